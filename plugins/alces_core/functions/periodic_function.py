"""A function repeated in space and time."""
from __future__ import annotations

from typing import Any

from alces.ad import Vector, floor
from alces.params import FUNCTION, REAL, Param
from alces.physics import Function, Points


class PeriodicFunction(Function):
    """A function over one period, repeated: ``f(x - P floor(x/P), ...)`` with a period P along each axis that
    has one."""

    parameters = (
        Param("base_function", FUNCTION, doc="function f, used from 0 to P"),
        Param("period_time", REAL, None, doc="period in time", range="period_time > 0"),
        Param("period_x", REAL, None, doc="period along x", range="period_x > 0"),
        Param("period_y", REAL, None, doc="period along y", range="period_y > 0"),
        Param("period_z", REAL, None, doc="period along z", range="period_z > 0"),
    )

    def setup(self) -> None:
        if self.name == self.p.base_function:
            raise self.error("base_function", "a function cannot repeat itself")

    def _within(self, q: Points) -> Points:
        """The points, moved into the first period."""
        p = self.p
        periods = ((q.x, p.period_x), (q.y, p.period_y), (q.z, p.period_z), (q.t, p.period_time))
        x, y, z, t = (a if period is None else a - period * floor(a / period) for a, period in periods)
        return q.elsewhere(x, y, z, t)

    def value(self, q: Points) -> Any:
        return self._within(q).function(self.p.base_function)

    def gradient(self, q: Points) -> Vector:
        return self._within(q).function_gradient(self.p.base_function)
