"""Equally spaced points of a line."""
from __future__ import annotations

from alces.params import INTEGER, POINT, Param, Values

LINE = (
    Param("start_point", POINT, doc="start of the line"),
    Param("end_point", POINT, doc="end of the line"),
    Param("num_points", INTEGER, doc="number of points", range="num_points > 1"),
)


def line_points(p: Values) -> tuple[list[tuple[float, float, float]], list[float]]:
    """The points, both ends included, and their distances from the start."""
    a, b, n = p.start_point, p.end_point, p.num_points
    fractions = [i / (n - 1) for i in range(n)]
    length = sum((e - s) ** 2 for s, e in zip(a, b, strict=True)) ** 0.5
    points = [
        (a[0] + f * (b[0] - a[0]), a[1] + f * (b[1] - a[1]), a[2] + f * (b[2] - a[2])) for f in fractions
    ]
    return points, [f * length for f in fractions]
