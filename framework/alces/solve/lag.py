"""Whether SNES renews its preconditioner: PETSc can be told at every iteration, petsc4py cannot."""
from __future__ import annotations

import ctypes
from typing import Any

_RENEW_ONCE, _NEVER = -2, -1


def renew(snes: Any, again: bool) -> None:
    """Let the next linear solve set the preconditioner up anew, or use that of an earlier one.

    Where PETSc's library cannot be reached it is always set up anew.
    """
    from petsc4py import PETSc

    try:
        tell = ctypes.CDLL(PETSc.__file__).SNESSetLagPreconditioner
    except (OSError, AttributeError):
        return
    tell.argtypes = [ctypes.c_void_p, PETSC_INT[PETSc.IntType().itemsize]]
    tell(snes.handle, _RENEW_ONCE if again else _NEVER)


PETSC_INT = {4: ctypes.c_int32, 8: ctypes.c_int64}
"""C's type of PETSc's integers, by their bytes."""
