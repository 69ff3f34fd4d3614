"""Array namespace of the run and the operations that array libraries spell differently."""
from __future__ import annotations

from typing import Any

import numpy

xp: Any = numpy
"""The active array namespace."""

def use(name: str) -> None:
    """Choose the array library for this process.

    Raises:
        ValueError: the name is unknown, or its library cannot serve yet.
    """
    if name == "cupy":
        raise ValueError("the backend 'cupy' is not ready: gathers and geometry run on NumPy; use numpy")
    if name != "numpy":
        raise ValueError(f"unknown backend '{name}'; allowed: numpy")


def erf(a: Any) -> Any:
    """Error function, which the array namespace lacks."""
    from scipy import special

    return special.erf(a)


def scatter_add(index: Any, values: Any, size: int) -> Any:
    """Sum `values` (n,) into an array (size,) at `index` (n,); repeated indices add up."""
    return xp.bincount(index, weights=values, minlength=size)


def column_array(columns: list[Any], n_rows: int, n_columns: int) -> Any:
    """(n_rows, n_columns * len(columns)): the given (n_rows, n_columns) arrays or floats side by side."""
    out = xp.empty((n_rows, len(columns), n_columns))
    for k, column in enumerate(columns):
        out[:, k, :] = column
    return out.reshape(n_rows, len(columns) * n_columns)
