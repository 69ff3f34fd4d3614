"""Product of functions."""
from __future__ import annotations

from typing import Any

from alces.ad import Vector
from alces.params import FUNCTIONS, REAL, Param
from alces.physics import Function, Points


class CompositeFunction(Function):
    """f = scale_factor * prod_i f_i. Same as MOOSE's."""

    parameters = (
        Param("functions", FUNCTIONS, doc="functions f_i"),
        Param("scale_factor", REAL, 1.0, doc="constant factor"),
    )

    def setup(self) -> None:
        if not self.p.functions:
            raise self.error("functions", "at least one function is needed")
        if self.name in self.p.functions:
            raise self.error("functions", "a function cannot be a factor of itself")

    def value(self, q: Points) -> Any:
        product: Any = self.p.scale_factor
        for f in self.p.functions:
            product = product * q.function(f)
        return product

    def gradient(self, q: Points) -> Vector:
        value: Any = self.p.scale_factor
        gradient = Vector()
        for f in self.p.functions:
            there = q.function(f)
            gradient = gradient * there + q.function_gradient(f) * value
            value = value * there
        return gradient
