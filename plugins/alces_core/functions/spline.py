"""Cubic splines through given points."""
from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from alces.ad import entries, interval, maximum, minimum

NATURAL = 1e30
"""A slope of this size or more stands for a free end: no second derivative there."""


class Spline:
    """The cubic spline through ``(x_i, y_i)``, its slopes at both ends given or left free.

    Beyond the ends the first and the last cubic continue. Source: C. de Boor, A Practical Guide to Splines
    (1978), ch. IV.

    Raises:
        ValueError: x does not rise or the lengths differ, with a sentence for deck authors.
    """

    def __init__(self, x: Sequence[float], y: Sequence[float], first: float = NATURAL, last: float = NATURAL):
        if len(x) != len(y):
            raise ValueError(f"x has {len(x)} entries, y has {len(y)}")
        if len(x) < 2:
            raise ValueError("a spline needs two points")
        for before, after in pairwise(x):
            if after <= before:
                raise ValueError(f"x must rise, but {after:g} follows {before:g}")
        self.x, self.y = list(x), list(y)
        self._bends = _bends(self.x, self.y, first, last)

    def value(self, at: Any, derivative: int = 0) -> Any:
        """The spline, or its first or second derivative."""
        i = minimum(maximum(interval(self.x, at), 0), len(self.x) - 2)
        start, end = entries(self.x, i), entries(self.x, i + 1)
        y0, y1 = entries(self.y, i), entries(self.y, i + 1)
        m0, m1 = entries(self._bends, i), entries(self._bends, i + 1)
        h = end - start
        b = (at - start) / h
        a = 1.0 - b
        if derivative == 2:
            return a * m0 + b * m1
        if derivative == 1:
            return (y1 - y0) / h + h / 6.0 * ((3.0 * b * b - 1.0) * m1 - (3.0 * a * a - 1.0) * m0)
        return a * y0 + b * y1 + h * h / 6.0 * ((a * a * a - a) * m0 + (b * b * b - b) * m1)


def _bends(x: list[float], y: list[float], first: float, last: float) -> list[float]:
    """Second derivatives at the knots: a tridiagonal system, solved by elimination."""
    n = len(x)
    h = [b - a for a, b in pairwise(x)]
    slopes = [(y[i + 1] - y[i]) / h[i] for i in range(n - 1)]
    lower, diagonal, upper, right = [0.0] * n, [1.0] * n, [0.0] * n, [0.0] * n
    for i in range(1, n - 1):
        lower[i], diagonal[i], upper[i] = h[i - 1], 2.0 * (h[i - 1] + h[i]), h[i]
        right[i] = 6.0 * (slopes[i] - slopes[i - 1])
    if first < NATURAL:
        diagonal[0], upper[0], right[0] = 2.0 * h[0], h[0], 6.0 * (slopes[0] - first)
    if last < NATURAL:
        diagonal[-1], lower[-1], right[-1] = 2.0 * h[-1], h[-1], 6.0 * (last - slopes[-1])
    for i in range(1, n):
        factor = lower[i] / diagonal[i - 1]
        diagonal[i] -= factor * upper[i - 1]
        right[i] -= factor * right[i - 1]
    bends = [0.0] * n
    for i in reversed(range(n)):
        bends[i] = (right[i] - (upper[i] * bends[i + 1] if i < n - 1 else 0.0)) / diagonal[i]
    return bends
