"""Lists of points in decks."""

from __future__ import annotations

from collections.abc import Sequence

Point = tuple[float, float, float]


def from_pairs(numbers: Sequence[float]) -> tuple[Point, ...]:
    """Points (x, y, 0) from ``x0 y0 x1 y1 ...``.

    Raises:
        ValueError: the number of entries is odd.
    """
    if len(numbers) % 2:
        raise ValueError(f"points in the plane are pairs 'x y', but {len(numbers)} numbers are given")
    return tuple((x, y, 0.0) for x, y in zip(numbers[::2], numbers[1::2], strict=True))
