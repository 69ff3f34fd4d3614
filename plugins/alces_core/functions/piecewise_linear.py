"""Straight lines between points."""
from __future__ import annotations

from typing import Any, ClassVar

from alces.ad import Vector
from alces.params import BOOLEAN, Param
from alces.physics import Points
from alces_core.functions.table_function import TableFunction


class PiecewiseLinear(TableFunction):
    """Linear interpolation in time or along an axis; beyond the ends constant, or continued with `extrap`."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("extrap", BOOLEAN, False, doc="continue the first and the last line"),
    )

    def value(self, q: Points) -> Any:
        return self.table.linear(self.abscissa(q), self.p.extrap)

    def gradient(self, q: Points) -> Vector:
        if self.p.axis is None:
            return Vector()
        slope = self.table.slope(self.abscissa(q), self.p.extrap)
        return Vector(**{self.p.axis: slope})
