"""Prescribed acceleration."""

from __future__ import annotations

from typing import Any

from alces.physics import Points
from alces_mechanics.newmark_conditions import AccelerationCondition


class PresetAcceleration(AccelerationCondition):
    """The acceleration `function` of a boundary [m/s^2], integrated by Newmark's method."""

    def acceleration(self, q: Points) -> Any:
        return q.function(self.p.function)
