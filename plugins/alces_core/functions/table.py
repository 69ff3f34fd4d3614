"""Piecewise linear and piecewise constant curves through given points."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any

from alces.ad import entries, interval, maximum, minimum, where

_TOLERANCE = 1e-14
"""Relative distance below which an abscissa counts as lying on a knot."""


class Table:
    """Knots ``(x_i, y_i)`` with rising x.

    Raises:
        ValueError: lengths differ, there are no knots, or x does not rise; with a sentence for deck authors.
    """

    def __init__(self, x: Sequence[float], y: Sequence[float]):
        if len(x) != len(y):
            raise ValueError(f"x has {len(x)} entries, y has {len(y)}")
        if not x:
            raise ValueError("there are no points")
        for i in range(1, len(x)):
            if x[i] <= x[i - 1]:
                raise ValueError(f"x must rise, but {x[i]:g} follows {x[i - 1]:g}")
        self.x, self.y = list(x), list(y)
        self.slopes = [(y[i + 1] - y[i]) / (x[i + 1] - x[i]) for i in range(len(x) - 1)]

    def linear(self, at: Any, extrapolate: bool = False) -> Any:
        """Straight lines between the knots; beyond them constant, or the end lines continued."""
        if not self.slopes:
            return self.y[0] + 0.0 * at
        i = self._interval(at)
        line = _entry(self.y, i) + _entry(self.slopes, i) * (at - _entry(self.x, i))
        return line if extrapolate else self._bounded(at, line, self.y[0], self.y[-1])

    def slope(self, at: Any, extrapolate: bool = False) -> Any:
        """Derivative of `linear`; at a knot that of the line to its right."""
        if not self.slopes:
            return 0.0 * at
        slope = _entry(self.slopes, self._interval(at))
        return slope if extrapolate else self._bounded(at, slope, 0.0, 0.0)

    def _interval(self, at: Any) -> Any:
        """Number of the interval whose line goes for `at`."""
        last = len(self.slopes) - 1
        if isinstance(at, float):  # time, as a rule: long tables must be cheap
            return min(max(bisect_right(self.x, at) - 1, 0), last)
        return minimum(maximum(interval(self.x, at), 0), last)

    def _bounded(self, at: Any, inside: Any, below: float, above: float) -> Any:
        if isinstance(at, float):
            return below if at < self.x[0] else above if at >= self.x[-1] else inside
        return where(at < self.x[0], below, where(at >= self.x[-1], above, inside))

    def constant(self, at: Any, direction: str) -> Any:
        """Steps: each interval has the value of its ``left`` or ``right`` knot, beyond the ends that of the
        end knot.

        On a knot itself, ``left`` and ``right`` look away from it (the value of the interval before and
        after it respectively), ``left_inclusive`` and ``right_inclusive`` give the knot's own value.
        """
        left = direction.startswith("left")
        belongs_to_right = direction in ("left_inclusive", "right")
        if isinstance(at, float):
            find = bisect_right if belongs_to_right else bisect_left
            passed = find([_shifted(x, belongs_to_right) for x in self.x], at)
            return self.y[min(max(passed - 1, 0) if left else passed, len(self.y) - 1)]
        result: Any = self.y[0] + 0.0 * at
        for i in range(len(self.x)):
            knot = _shifted(self.x[i], belongs_to_right)
            beyond = at >= knot if belongs_to_right else at > knot
            result = where(beyond, self.y[i if left else min(i + 1, len(self.y) - 1)], result)
        return result


def _entry(table: Sequence[float], index: Any) -> Any:
    return table[index] if isinstance(index, int) else entries(table, index)


def _shifted(x: float, down: bool) -> float:
    """A knot moved by the tolerance, so that an abscissa with rounding error still counts as lying on it."""
    return x - _TOLERANCE * abs(x) if down else x + _TOLERANCE * abs(x)
