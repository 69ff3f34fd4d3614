"""Axis-parallel boxes, as in MOOSE's bounding-box mesh generators."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from alces.mesh.errors import MeshError


def in_box(
    points: NDArray[np.float64],
    bottom_left: Sequence[float],
    top_right: Sequence[float],
    location: str = "INSIDE",
) -> NDArray[np.bool_]:
    """Which points (n, 3) lie inside (edges included) or, with location OUTSIDE, outside the box.

    Raises MeshError if `location` is neither or if the box's corners are the wrong way round.
    """
    low, high = np.asarray(bottom_left, dtype=float), np.asarray(top_right, dtype=float)
    if (low > high).any():
        raise MeshError(f"box: bottom_left {low.tolist()} must not exceed top_right {high.tolist()}")
    if location.upper() not in ("INSIDE", "OUTSIDE"):
        raise MeshError(f"location must be INSIDE or OUTSIDE, got '{location}'")
    inside = ((points >= low) & (points <= high)).all(axis=1)
    return inside if location.upper() == "INSIDE" else ~inside
