"""Acceleration of a variable."""
from __future__ import annotations

from typing import Any

from alces.params import REAL, VARIABLE, Param
from alces.physics import AuxKernel, Points


class SecondTimeDerivativeAux(AuxKernel):
    """w = factor d^2v/dt^2, as the time integrator defines it."""

    nodal = True
    parameters = (
        Param("v", VARIABLE, doc="variable v", aliases=("functor",)),
        Param("factor", REAL, 1.0, doc="factor"),
    )

    def value(self, q: Points) -> Any:
        return self.p.factor * q.dotdot(self.p.v)
