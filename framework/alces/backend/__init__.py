"""The one seam to the array library: NumPy, or CuPy on a GPU.

Only this package chooses. Everything else asks the library in use for what operators on arrays do not say:
``backend.gather(vector, index)`` is that method of it, see `Library`. `use` comes before a problem is built.
"""
from __future__ import annotations

from typing import Any

from alces.backend.choice import active, use
from alces.backend.library import Library


def __getattr__(name: str) -> Any:
    if name.startswith("_"):
        raise AttributeError(name)
    return getattr(active(), name)


__all__ = ["Library", "active", "use"]
