"""Straight lines between the points that matter."""
from __future__ import annotations

import math
from collections.abc import Sequence

from alces.params import REAL, Param
from alces_core.functions.piecewise_linear import PiecewiseLinear
from alces_core.functions.table import Table


class CoarsenedPiecewiseLinear(PiecewiseLinear):
    """As `PiecewiseLinear`, of fewer points: those that lie within `epsilon` of the line are left out.

    Source: D. H. Douglas, T. K. Peucker, Cartographica 10 (1973) 112.
    """

    parameters = (
        Param("epsilon", REAL, doc="distance of a scaled point from the line that is tolerated",
              range="epsilon > 0"),
        Param("x_scale", REAL, 1.0, doc="factor of the abscissae for that distance", range="x_scale > 0"),
        Param("y_scale", REAL, 1.0, doc="factor of the ordinates for that distance", range="y_scale > 0"),
    )

    def setup(self) -> None:
        super().setup()
        x, y = self.table.x, self.table.y
        scaled = [(self.p.x_scale * a, self.p.y_scale * b) for a, b in zip(x, y, strict=True)]
        kept = sorted(_kept(scaled, 0, len(scaled) - 1, self.p.epsilon))
        self.table = Table([x[i] for i in kept], [y[i] for i in kept])


def _kept(points: Sequence[tuple[float, float]], first: int, last: int, tolerance: float) -> set[int]:
    """Numbers of the points that a line from the first to the last needs."""
    kept, waiting = {first, last}, [(first, last)]
    while waiting:
        start, end = waiting.pop()
        (x0, y0), (x1, y1) = points[start], points[end]
        length = math.hypot(x1 - x0, y1 - y0) or 1.0
        distances = [abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) / length
                     for x, y in points[start + 1 : end]]
        if distances and max(distances) > tolerance:
            middle = start + 1 + distances.index(max(distances))
            kept.add(middle)
            waiting += [(start, middle), (middle, end)]
    return kept
