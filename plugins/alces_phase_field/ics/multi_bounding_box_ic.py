"""Several boxes."""
from __future__ import annotations

from typing import Any

from alces.ad import where
from alces.params import POINTS, REAL, REALS, Param
from alces.physics import InitialCondition, Points


class MultiBoundingBoxIC(InitialCondition):
    """Values inside boxes along the axes, faces included; where boxes overlap, the first one counts."""

    parameters = (
        Param("corners", POINTS, doc="one corner of each box"),
        Param("opposite_corners", POINTS, doc="the opposite corner of each box"),
        Param("inside", REALS, doc="value inside: one per box, or one for all"),
        Param("outside", REAL, 0.0, doc="value outside"),
    )

    def setup(self) -> None:
        n = len(self.p.corners)
        if len(self.p.opposite_corners) != n:
            raise self.error("opposite_corners", f"needs {n} points, one for each of 'corners'")
        if len(self.p.inside) not in (1, n):
            raise self.error("inside", f"needs one value, or {n}, one per box")

    def value(self, q: Points) -> Any:
        n = len(self.p.corners)
        values = self.p.inside if len(self.p.inside) == n else self.p.inside * n
        result: Any = self.p.outside
        boxes = list(zip(self.p.corners, self.p.opposite_corners, values, strict=True))
        for a, b, inside in reversed(boxes):
            within: Any = True
            for x, low, high in zip((q.x, q.y, q.z), map(min, a, b), map(max, a, b), strict=True):
                within = within & (x >= low) & (x <= high)
            result = where(within, inside, result)
        return result
