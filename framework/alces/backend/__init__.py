"""The one seam to the array library: NumPy or CuPy.

Only this package chooses. Everything else writes ``backend.xp.exp(a)`` and the handful of operations below
that the array API lacks. `use` must be called before a problem is built.
"""
from __future__ import annotations

from alces.backend.arrays import (
    asarray,
    column_array,
    erf,
    scatter_add,
    to_host,
    transfers,
    use,
)


def __getattr__(name: str):
    if name == "xp":
        from alces.backend import arrays

        return arrays.xp
    raise AttributeError(name)


__all__ = ["asarray", "column_array", "erf", "scatter_add", "to_host", "transfers", "use", "xp"]
