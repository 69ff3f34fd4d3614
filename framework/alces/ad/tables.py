"""Look-up in tables at many points at once."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alces import backend
from alces.ad.dual import value


def interval(knots: Sequence[float], x: Any, closed: str = "left") -> Any:
    """Number i of the interval of rising knots that holds x: ``knots[i] <= x < knots[i + 1]``.

    Args:
        closed: ``"right"`` for ``knots[i] < x <= knots[i + 1]``.

    Below the first knot it is -1, above the last ``len(knots) - 1``.
    """
    side = "right" if closed == "left" else "left"
    return backend.active().interval(knots, value(x), side) - 1


def entries(table: Sequence[float], index: Any) -> Any:
    """``table[index]`` at every point."""
    return backend.active().entries(table, index)
