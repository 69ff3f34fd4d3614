"""What conditions of dynamics share: displacements by Newmark's method from an acceleration."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import FUNCTION, VARIABLE, Param
from alces.physics import NodalBC, Points

from alces_mechanics.newmark import BETA


class AccelerationCondition(NodalBC):
    """Base of conditions u = u_old + dt v_old + dt^2 ((1/2 - beta) a_old + beta a) with a prescribed a.

    Source: Newmark, J. Engng. Mech. Div. ASCE 85 (1959) 67.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param(
            "velocity", VARIABLE, doc="auxiliary variable with the velocity, see NewmarkVelAux", unit="m/s"
        ),
        Param(
            "acceleration",
            VARIABLE,
            doc="auxiliary variable with the acceleration, see NewmarkAccelAux",
            unit="m/s^2",
        ),
        BETA,
        Param("function", FUNCTION, 1.0, doc="what is prescribed, over space and time"),
    )

    def acceleration(self, q: Points) -> Any:
        """Acceleration at the end of the step."""
        raise NotImplementedError(f"{type(self).__name__} defines no acceleration")

    def value(self, q: Points) -> Any:
        p, u_old = self.p, q.old(self.p.variable)
        if q.dt == 0.0:
            return u_old
        mean = (0.5 - p.beta) * q.old(p.acceleration) + p.beta * self.acceleration(q)
        return u_old + q.dt * q.old(p.velocity) + q.dt * q.dt * mean
