"""Which array library this process uses."""
from __future__ import annotations

from collections.abc import Callable

from alces.backend.library import Library
from alces.backend.numpy_library import NumPy

_active: Library = NumPy()


def _cupy() -> Library:
    from alces.backend.cupy_library import CuPy

    return CuPy()


def _strict() -> Library:
    from alces.backend.strict_library import Strict

    return Strict()


LIBRARIES: dict[str, Callable[[], Library]] = {"numpy": NumPy, "cupy": _cupy, "strict": _strict}


def active() -> Library:
    """The library in use."""
    return _active


def use(names: str) -> list[str]:
    """Choose the array library of this process: ``"cupy"``, or ``"cupy,numpy"`` for the first that works.

    Returns:
        why the ones before the chosen one do not work.

    Raises:
        ValueError: a name is unknown.
        RuntimeError: none of the libraries works here.
    """
    global _active
    for name in names.split(","):
        if name not in LIBRARIES:
            raise ValueError(f"unknown backend '{name}'; allowed: {', '.join(LIBRARIES)}")
    reasons: list[str] = []
    for name in names.split(","):
        try:
            _active = LIBRARIES[name]()
            return reasons
        except RuntimeError as error:
            reasons.append(str(error))
    raise RuntimeError("; ".join(reasons))
