"""Values along a line."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from alces.params import VARIABLES, Param
from alces.physics import Points, PointSampler
from alces_core.vectorpostprocessors.line import LINE, line_points


class LineValueSampler(PointSampler):
    """Variables at equally spaced points of a line, both ends included; id is the distance from the start."""

    parameters = (Param("variable", VARIABLES, doc="variables"), *LINE)

    def setup(self) -> None:
        self._points, self._ids = line_points(self.p)

    def points(self) -> Sequence[tuple[float, float, float]]:
        return self._points

    def ids(self) -> Sequence[float]:
        return self._ids

    def columns(self, q: Points) -> Mapping[str, Any]:
        return {name: q.value(name) for name in self.p.variable}
