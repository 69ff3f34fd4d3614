"""The box around the mesh, periodic along some of its axes."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from alces.ad import Vector, floor
from alces.physics import Points

Point = tuple[float, float, float]
AXES = "xyz"


@dataclass(frozen=True)
class Box:
    """Smallest corner, extent, and periods of the axes (0 where not periodic)."""

    low: Point
    extent: Point
    periods: Point = (0.0, 0.0, 0.0)

    @classmethod
    def of(cls, q: Points, periodic: Sequence[str] = ()) -> Box:
        """The box of the whole mesh, periodic along the axes ``x``, ``y``, ``z`` that are named."""
        low, high = ([float(a) for a in corner] for corner in q.mesh_bounds)
        extent = [b - a for a, b in zip(low, high, strict=True)]
        periods = [a if axis in periodic else 0.0 for axis, a in zip(AXES, extent, strict=True)]
        return cls(*(tuple(a) for a in (low, extent, periods)))  # type: ignore[arg-type]

    def between(self, start: Any, end: Any) -> Vector:
        """The shortest vector from one point to an image of another."""
        steps = []
        for a, b, period in zip(start, end, self.periods, strict=True):
            d = b - a
            steps.append(d - period * floor(d / period + 0.5) if period else d)
        return Vector(*steps)

    def random_point(self, numbers: Iterator[float]) -> Point:
        """A point from three random numbers."""
        x, y, z = (a + d * next(numbers) for a, d in zip(self.low, self.extent, strict=True))
        return x, y, z
