"""Polar moment of inertia of a boundary."""
from __future__ import annotations

import math
from typing import Any

from alces.ad import Vector
from alces.params import POINT, Param
from alces.physics import Points, SidePostprocessor


class PolarMomentOfInertia(SidePostprocessor):
    """Integral of ``r^2`` over boundaries, r the distance to an axis [length^4 in three dimensions].

    Source: S. Timoshenko, Strength of Materials I (1955), appendix A. Same as MOOSE's.
    """

    parameters = (
        Param("origin", POINT, doc="a point of the axis"),
        Param("direction", POINT, doc="direction of the axis, of any length but zero"),
    )

    def setup(self) -> None:
        length = math.hypot(*self.p.direction)
        if length == 0.0:
            raise self.error("direction", "must not be zero")
        self._direction = Vector(*(c / length for c in self.p.direction))

    def integrand(self, q: Points) -> Any:
        x, y, z = self.p.origin
        arm = Vector(q.x - x, q.y - y, q.z - z)
        return arm.dot(arm) - arm.dot(self._direction) ** 2
