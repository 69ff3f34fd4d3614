"""Weighted sum of functions."""
from __future__ import annotations

from typing import Any

from alces.ad import Vector
from alces.params import FUNCTIONS, REALS, Param
from alces.physics import Function, Points
from alces_core.lists import require_length


class LinearCombinationFunction(Function):
    """f = sum_i w_i f_i."""

    parameters = (
        Param("functions", FUNCTIONS, doc="functions f_i"),
        Param("w", REALS, doc="weights w_i"),
    )

    def setup(self) -> None:
        require_length(self, "w", "functions")

    def value(self, q: Points) -> Any:
        return sum(w * q.function(f) for w, f in zip(self.p.w, self.p.functions, strict=True))

    def gradient(self, q: Points) -> Vector:
        total = Vector()
        for w, f in zip(self.p.w, self.p.functions, strict=True):
            total = total + q.function_gradient(f) * w
        return total
