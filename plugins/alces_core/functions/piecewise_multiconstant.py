"""Steps on a grid in space and time."""
from __future__ import annotations

from typing import Any

from alces.ad import Vector
from alces.params import Choices, Param
from alces.physics import Points
from alces_core.functions.gridded_function import GriddedFunction


class PiecewiseMulticonstant(GriddedFunction):
    """A function on a grid of some of x, y, z and t, with the value of the grid point to the left or right.

    The file: a line ``AXIS X`` (Y, Z, T) for each axis with the rising grid positions on the next line, then
    ``DATA`` and the values, those along the first axis next to each other. Beyond the grid its end values.
    """

    parameters = (
        Param("direction", Choices("left", "right"), doc="side of the grid point to take, for each axis"),
    )

    def setup(self) -> None:
        super().setup()
        if len(self.p.direction) != len(self.axes):
            raise self.error("direction", f"needs one entry for each of the {len(self.axes)} axes")

    def value(self, q: Points) -> Any:
        return self.grid.constant(self.positions(q), self.p.direction)

    def gradient(self, q: Points) -> Vector:
        return Vector()
