"""Values on a rectangular grid, interpolated."""
from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise, product
from typing import Any

from alces.ad import clip, entries, interval, maximum, minimum


class Grid:
    """Values at the points of a rectangular grid in any number of coordinates; beyond it the end values.

    Args:
        knots: rising grid positions along each coordinate.
        values: one a point, those along the first coordinate next to each other.

    Raises:
        ValueError: they do not fit together, with a sentence for deck authors.
    """

    def __init__(self, knots: Sequence[Sequence[float]], values: Sequence[float]):
        for along in knots:
            if not along:
                raise ValueError("an axis has no grid positions")
            for before, after in pairwise(along):
                if after <= before:
                    raise ValueError(f"grid positions must rise, but {after:g} follows {before:g}")
        needed = math.prod(len(along) for along in knots)
        if len(values) != needed:
            raise ValueError(f"the grid has {needed} points, but {len(values)} values are given")
        self.knots, self.values = knots, values

    def linear(self, at: Sequence[Any]) -> Any:
        """Interpolated linearly along each coordinate."""
        return self._sum([self._weights(along, x) for along, x in zip(self.knots, at, strict=True)])

    def slope(self, at: Sequence[Any], axis: int) -> Any:
        """Derivative of `linear` with respect to one coordinate; zero beyond the grid."""
        weights = [self._weights(along, x) for along, x in zip(self.knots, at, strict=True)]
        along, x = self.knots[axis], at[axis]
        low, high = weights[axis][0][0], weights[axis][1][0]
        inside = (x >= along[0]) * (x < along[-1])
        rate = inside / (entries(along, high) - entries(along, low) + (high == low))
        weights[axis] = ((low, -rate), (high, rate))
        return self._sum(weights)

    def constant(self, at: Sequence[Any], sides: Sequence[str]) -> Any:
        """The value of the grid point to the ``left`` or to the ``right`` along each coordinate."""
        index: Any = 0
        stride = 1
        for along, x, side in zip(self.knots, at, sides, strict=True):
            i = interval(along, x) if side == "left" else interval(along, x, "right") + 1
            index = index + stride * minimum(maximum(i, 0), len(along) - 1)
            stride *= len(along)
        return entries(self.values, index)

    @staticmethod
    def _weights(along: Sequence[float], x: Any) -> tuple[tuple[Any, Any], tuple[Any, Any]]:
        """The grid positions (numbers) on both sides of x, and the weight of each."""
        low = minimum(maximum(interval(along, x), 0), max(len(along) - 2, 0))
        high = minimum(low + 1, len(along) - 1)
        start, end = entries(along, low), entries(along, high)
        part = (clip(x, along[0], along[-1]) - start) / (end - start + (high == low))
        return (low, 1.0 - part), (high, part)

    def _sum(self, weights: Sequence[Sequence[tuple[Any, Any]]]) -> Any:
        """The values at the corners of the grid cell, each times the product of its weights."""
        total: Any = 0.0
        for corner in product(*weights):
            index: Any = 0
            weight: Any = 1.0
            stride = 1
            for (i, part), along in zip(corner, self.knots, strict=True):
                index, weight = index + stride * i, weight * part
                stride *= len(along)
            total = total + entries(self.values, index) * weight
        return total
