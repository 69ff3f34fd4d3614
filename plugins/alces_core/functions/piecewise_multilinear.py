"""Linear interpolation on a grid in space and time."""
from __future__ import annotations

from typing import Any

from alces.ad import Vector
from alces.physics import Points
from alces_core.functions.gridded_function import GriddedFunction


class PiecewiseMultilinear(GriddedFunction):
    """A function on a grid of some of x, y, z and t, linear along each; beyond the grid its end values.

    The file: a line ``AXIS X`` (Y, Z, T) for each axis with the rising grid positions on the next line, then
    ``DATA`` and the values, those along the first axis next to each other.
    """

    def value(self, q: Points) -> Any:
        return self.grid.linear(self.positions(q))

    def gradient(self, q: Points) -> Vector:
        at = self.positions(q)
        slopes = {axis: self.grid.slope(at, i) for i, axis in enumerate(self.axes) if axis != "t"}
        return Vector(**slopes)
