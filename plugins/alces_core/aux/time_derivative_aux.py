"""Rate of a variable."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, REAL, Param
from alces.physics import AuxKernel, Points


class TimeDerivativeAux(AuxKernel):
    """w = factor dv/dt, as the time integrator defines the rate."""

    nodal = True
    parameters = (
        Param("functor", COUPLED, doc="variable v", aliases=("v",)),
        Param("factor", REAL, 1.0, doc="factor"),
    )

    def value(self, q: Points) -> Any:
        return self.p.factor * q.dot(self.p.functor)
