"""Velocities and accelerations of the time integrator."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import BOOLEAN, VARIABLE, Param
from alces.physics import AuxKernel, Points


class TestNewmarkTI(AuxKernel):
    """First or second time derivative of a displacement, as the time integrator has it."""

    nodal = True
    parameters: ClassVar[tuple[Param, ...]] = (
        Param("displacement", VARIABLE, doc="displacement", unit="m"),
        Param("first", BOOLEAN, True, doc="true: velocity, false: acceleration"),
    )

    def value(self, q: Points) -> Any:
        return q.dot(self.p.displacement) if self.p.first else q.dotdot(self.p.displacement)
