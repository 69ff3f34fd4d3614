"""Acceleration by Newmark's method."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import VARIABLE, Param
from alces.physics import AuxKernel, Points
from alces_mechanics.newmark import BETA, acceleration


class NewmarkAccelAux(AuxKernel):
    """Acceleration at the end of the step from displacements and the old velocity and acceleration."""

    nodal = True
    reads_old = ("velocity",)
    parameters: ClassVar[tuple[Param, ...]] = (
        Param("displacement", VARIABLE, doc="displacement", unit="m"),
        Param("velocity", VARIABLE, doc="velocity, of which the old value counts", unit="m/s"),
        BETA,
    )

    def value(self, q: Points) -> Any:
        a_old = q.old(self.p.variable)
        if q.dt == 0.0:
            return a_old
        u, u_old = q.value(self.p.displacement), q.old(self.p.displacement)
        return acceleration(u, u_old, q.old(self.p.velocity), a_old, q.dt, self.p.beta)
