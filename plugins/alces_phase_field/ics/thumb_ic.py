"""A column with a round end."""
from __future__ import annotations

from typing import Any

from alces.ad import where
from alces.params import REAL, Param
from alces.physics import InitialCondition, Points


class ThumbIC(InitialCondition):
    """`invalue` in a column along y with a semicircle on top, `outvalue` elsewhere, in the plane.

    Inside is ``|x - xcoord| < width/2`` up to ``y = height``, and the disc of diameter `width` about
    ``(xcoord, height)`` above. Same as MOOSE's.
    """

    parameters = (
        Param("xcoord", REAL, doc="x of the middle line", unit="mesh"),
        Param("width", REAL, doc="width of the column", unit="mesh"),
        Param("height", REAL, doc="y where the column ends", unit="mesh"),
        Param("invalue", REAL, doc="value inside"),
        Param("outvalue", REAL, doc="value outside"),
    )

    def value(self, q: Points) -> Any:
        half = 0.5 * self.p.width
        dx, dy = q.x - self.p.xcoord, q.y - self.p.height
        column = (dy <= 0.0) & (dx > -half) & (dx < half)
        cap = (dy > 0.0) & (dx * dx + dy * dy <= half * half)
        return where(column | cap, self.p.invalue, self.p.outvalue)
