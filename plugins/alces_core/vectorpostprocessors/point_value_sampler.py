"""Values at points."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from alces.params import POINTS, VARIABLES, Param
from alces.physics import Points, PointSampler


class PointValueSampler(PointSampler):
    """Variables at points; id is the place of the point in the list, from 0."""

    parameters = (
        Param("variable", VARIABLES, doc="variables"),
        Param("points", POINTS, doc="the points"),
    )

    def points(self) -> Sequence[tuple[float, float, float]]:
        return self.p.points

    def columns(self, q: Points) -> Mapping[str, Any]:
        return {name: q.value(name) for name in self.p.variable}
