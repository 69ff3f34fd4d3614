"""Values along a line."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from alces.params import INTEGER, POINT, VARIABLES, Param
from alces.physics import Points, PointSampler


class LineValueSampler(PointSampler):
    """Variables at equally spaced points of a line, both ends included; id is the distance from the start."""

    parameters = (
        Param("variable", VARIABLES, doc="variables"),
        Param("start_point", POINT, doc="start of the line"),
        Param("end_point", POINT, doc="end of the line"),
        Param("num_points", INTEGER, doc="number of points", range="num_points > 1"),
    )

    def setup(self) -> None:
        a, b, n = self.p.start_point, self.p.end_point, self.p.num_points
        fractions = [i / (n - 1) for i in range(n)]
        self._points = [tuple(s + f * (e - s) for s, e in zip(a, b, strict=True)) for f in fractions]
        length = sum((e - s) ** 2 for s, e in zip(a, b, strict=True)) ** 0.5
        self._ids = [f * length for f in fractions]

    def points(self) -> Sequence[tuple[float, float, float]]:
        return self._points

    def ids(self) -> Sequence[float]:
        return self._ids

    def columns(self, q: Points) -> Mapping[str, Any]:
        return {name: q.value(name) for name in self.p.variable}
