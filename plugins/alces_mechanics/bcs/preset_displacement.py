"""Prescribed displacement of a dynamic problem."""

from __future__ import annotations

from typing import Any

from alces.ad import Dual, partials
from alces.physics import Points
from alces_mechanics.newmark_conditions import AccelerationCondition


class PresetDisplacement(AccelerationCondition):
    """The displacement `function` of time of a boundary [m], in a way that suits Newmark's method.

    Its derivative v gives the acceleration (v(t) - v(t - dt))/dt, which Newmark's method integrates; so
    velocities and accelerations do not oscillate as they would if the displacement were just set.
    """

    def acceleration(self, q: Points) -> Any:
        return (self._rate(q, q.t) - self._rate(q, q.t - q.dt)) / q.dt

    def _rate(self, q: Points, t: float) -> Any:
        """Derivative of the function at a time."""
        return partials(q.function_of_time(self.p.function, Dual(t, {0: 1.0}))).get(0, 0.0)
