"""Velocity by Newmark's method."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import VARIABLE, Param
from alces.physics import AuxKernel, Points
from alces_mechanics.newmark import GAMMA, velocity


class NewmarkVelAux(AuxKernel):
    """Velocity at the end of the step from the old one and the accelerations at both ends."""

    nodal = True
    parameters: ClassVar[tuple[Param, ...]] = (
        Param("acceleration", VARIABLE, doc="acceleration", unit="m/s^2"),
        GAMMA,
    )

    def value(self, q: Points) -> Any:
        a, a_old = q.value(self.p.acceleration), q.old(self.p.acceleration)
        return velocity(q.old(self.p.variable), a_old, a, q.dt, self.p.gamma)
