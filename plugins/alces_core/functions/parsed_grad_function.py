"""A formula with a gradient of its own."""
from __future__ import annotations

from alces.ad import Vector
from alces.params import EXPRESSION, Param
from alces.physics import Points
from alces_core.functions.parsed_function import ParsedFunction


class ParsedGradFunction(ParsedFunction):
    """f(x, y, z, t) and its gradient by four formulas."""

    parameters = (
        Param("grad_x", EXPRESSION, "0", doc="formula of df/dx"),
        Param("grad_y", EXPRESSION, "0", doc="formula of df/dy"),
        Param("grad_z", EXPRESSION, "0", doc="formula of df/dz"),
    )

    def setup(self) -> None:
        super().setup()
        self._gradient = tuple(self.formula(f"grad_{x}") for x in "xyz")

    def gradient(self, q: Points) -> Vector:
        return Vector(*(self.evaluate(g, q) for g in self._gradient))
