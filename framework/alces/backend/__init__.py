"""The one seam to the array library: NumPy now, CuPy to come.

Only this package chooses. Everything else writes ``backend.xp.exp(a)`` and the handful of operations below
that the array API lacks. `use` must be called before a problem is built.
"""
from __future__ import annotations

from alces.backend.arrays import (
    column_array,
    erf,
    scatter_add,
    use,
)


def __getattr__(name: str):
    if name == "xp":
        from alces.backend import arrays

        return arrays.xp
    raise AttributeError(name)


__all__ = ["column_array", "erf", "scatter_add", "use", "xp"]
