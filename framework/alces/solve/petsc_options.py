"""PETSc's options database: what it refuses, and what nobody has read."""
from __future__ import annotations

import ctypes
from collections.abc import Iterable


class OptionError(ValueError):
    """PETSc does not accept the value of an option."""


def unused(prefix: str, names: Iterable[str]) -> list[str]:
    """Those options that no PETSc object has read.

    petsc4py does not offer PETSc's own bookkeeping, but the library it is linked with does. Empty where that
    cannot be reached.
    """
    from petsc4py import PETSc

    try:
        ask = ctypes.CDLL(PETSc.__file__).PetscOptionsUsed
    except (OSError, AttributeError):
        return []
    ask.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.POINTER(ctypes.c_int)]
    answer = ctypes.c_int()
    found = []
    for name in names:
        ask(None, (prefix + name).encode(), ctypes.byref(answer))
        if not answer.value:
            found.append(name)
    return found
