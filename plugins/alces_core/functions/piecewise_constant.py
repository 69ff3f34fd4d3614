"""Steps."""
from __future__ import annotations

from typing import Any

from alces.ad import Vector
from alces.params import Choice, Param
from alces.physics import Points
from alces_core.functions.table_function import TableFunction


class PiecewiseConstant(TableFunction):
    """Steps in time or along an axis.

    Between two points the value is that of the ``left`` or of the ``right`` one. Exactly on a point,
    ``left`` and ``right`` still look to that side, while ``left_inclusive`` and ``right_inclusive`` give
    the point's own value.
    """

    parameters = (
        Param("direction", Choice("left", "right", "left_inclusive", "right_inclusive"), "left",
              doc="which point of an interval gives its value"),
    )

    def value(self, q: Points) -> Any:
        return self.table.constant(self.abscissa(q), self.p.direction)

    def gradient(self, q: Points) -> Vector:
        return Vector()
