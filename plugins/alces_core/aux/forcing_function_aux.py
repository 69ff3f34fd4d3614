"""A variable that grows at a given rate."""
from __future__ import annotations

from typing import Any

from alces.params import FUNCTION, Param
from alces.physics import AuxKernel, Points


class ForcingFunctionAux(AuxKernel):
    """``w = w_old + dt f(x, t)`` on an elemental variable w. Same as MOOSE's."""

    parameters = (Param("function", FUNCTION, 0.0, doc="rate f"),)

    def value(self, q: Points) -> Any:
        return q.old(self.p.variable) + q.dt * q.function(self.p.function)
