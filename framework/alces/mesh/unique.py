"""Numbering of equal rows of integers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def unique_rows(rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Number the distinct rows of non-negative integers (n, k): (index of a first such row, number of each
    row).

    The columns are folded into one integer, two at a time, which is much faster than np.unique(axis=0).
    """
    base = int(rows.max(initial=0)) + 1
    first, number = np.unique(rows[:, 0], return_index=True, return_inverse=True)[1:]
    for column in rows.T[1:]:
        first, number = np.unique(number * base + column, return_index=True, return_inverse=True)[1:]
    return first.astype(np.int64), number.astype(np.int64)
