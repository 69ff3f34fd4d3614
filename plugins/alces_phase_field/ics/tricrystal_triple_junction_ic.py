"""Three grains that meet in a line."""
from __future__ import annotations

import math
from typing import Any

from alces.ad import atan2, where
from alces.params import INTEGER, POINT, REAL, Param
from alces.physics import InitialCondition, Points


class TricrystalTripleJunctionIC(InitialCondition):
    """1 in one of three sectors of the x-y plane about the junction, 0 elsewhere.

    The boundary of grains 1 and 2 points down from the junction; grain 1 has the angle `theta1` to its left,
    grain 2 the angle `theta2` to its right, grain 3 is the rest. Order parameters count from 1. Same as
    MOOSE's, up to points on the boundaries themselves; the default junction is the middle of the mesh.
    """

    parameters = (
        Param("op_num", INTEGER, doc="number of order parameters: 3"),
        Param("op_index", INTEGER, doc="number of the grain", range="op_index >= 1 & op_index <= 3"),
        Param("theta1", REAL, 135.0, doc="angle of grain 1", unit="degree", range="theta1 > 0"),
        Param("theta2", REAL, 135.0, doc="angle of grain 2", unit="degree", range="theta2 > 0"),
        Param("junction", POINT, None, doc="where the grains meet; default: the middle of the mesh"),
    )

    def setup(self) -> None:
        if self.p.op_num != 3:
            raise self.error("op_num", "must be 3 for a tricrystal")
        if self.p.theta1 + self.p.theta2 >= 360.0:
            raise self.error("theta2", "theta1 and theta2 must add up to less than 360 degrees")

    def value(self, q: Points) -> Any:
        low, high = q.mesh_bounds
        junction = self.p.junction or [0.5 * (a + b) for a, b in zip(low, high, strict=True)]
        if any(not a <= x <= b for a, x, b in zip(low, junction, high, strict=True)):
            raise self.error("junction", "is not in the mesh")
        dx, dy = q.x - junction[0], q.y - junction[1]
        from_below = atan2(dx, -dy)  # from the direction -y, positive to the right
        from_below = where((dx == 0.0) & (dy > 0.0), math.pi, from_below)
        first, second = math.radians(self.p.theta1), math.radians(self.p.theta2)
        left = (from_below <= 0.0) & (from_below >= -first)
        right = (from_below > 0.0) & (from_below <= second)
        # beyond straight up the angle goes on from the other side
        left = left | (from_below >= 2.0 * math.pi - first)
        right = right | (from_below <= second - 2.0 * math.pi)
        chosen = (left, right, ~(left | right))[self.p.op_index - 1]
        return where(chosen, 1.0, 0.0)
