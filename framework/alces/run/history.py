"""What a step knows of the ones before it, besides the fields."""
from __future__ import annotations

from dataclasses import dataclass

import numpy


@dataclass
class History:
    """The steps before the current one.

    Attributes:
        u_older: unknowns at the start of the last accepted step; None before the first.
        dt_old: its length.
        cut: whether it had to be repeated with a smaller dt.
    """

    u_older: numpy.ndarray | None = None
    dt_old: float = 0.0
    cut: bool = False
