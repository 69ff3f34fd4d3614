"""Values of a matrix handed to PETSc by their address: they may lie in a GPU's memory and stay there.

petsc4py takes arrays of the host alone, so PETSc's own two functions are called for coordinate format.
"""
from __future__ import annotations

import ctypes
from typing import Any

import numpy

from alces import backend

_INSERT = 1  # INSERT_VALUES


MATRIX, VECTOR = "aijcusparse", "cuda"
"""PETSc's types for what lies on a GPU."""


def possible() -> bool:
    """Whether this PETSc works on NVIDIA's GPUs."""
    from petsc4py import PETSc

    return bool(PETSc.Sys.hasExternalPackage("cuda"))


def in_use() -> bool:
    """Whether arrays lie on a GPU and PETSc can read them there."""
    return backend.name == "cupy" and possible()


class ByAddress:
    """A square matrix of one process whose values are replaced as a whole.

    Args:
        structure: (indptr, indices) of its CSR form; each entry once.
        kind: PETSc's type: ``"aijcusparse"`` takes addresses on GPU and host, ``"aij"`` on the host.

    Attributes:
        matrix: PETSc's.
    """

    def __init__(self, structure: tuple[numpy.ndarray, numpy.ndarray], kind: str = "aijcusparse"):
        from petsc4py import PETSc

        indptr, indices = structure
        n = len(indptr) - 1
        self._petsc = ctypes.CDLL(PETSc.__file__)  # finds what PETSc itself has, too
        self.matrix = PETSc.Mat().create(PETSc.COMM_SELF)
        self.matrix.setSizes((n, n))
        self.matrix.setType(kind)
        self.n_entries = len(indices)
        rows = numpy.repeat(numpy.arange(n, dtype=PETSc.IntType), numpy.diff(indptr))
        columns = indices.astype(PETSc.IntType)  # a copy: PETSc may use both as scratch space
        self._call("MatSetPreallocationCOO", ctypes.c_ssize_t(self.n_entries), _address(rows),
                   _address(columns))
        self._last: Any = None

    def fill(self, values: Any, address: int) -> None:
        """Take the values of all entries in the order of the structure.

        Args:
            values: float64, contiguous, (n_entries,), complete: nothing may still be computing them.
            address: where they begin, on the GPU or on the host.
        """
        if values.shape != (self.n_entries,) or values.dtype != numpy.float64:
            raise ValueError(f"{values.shape} values of type {values.dtype} for {self.n_entries} entries")
        self._call("MatSetValuesCOO", ctypes.c_void_p(address), ctypes.c_int(_INSERT))
        self._last = values  # PETSc may read them later than this call

    def _call(self, name: str, *arguments: Any) -> None:
        from petsc4py import PETSc

        failed = getattr(self._petsc, name)(ctypes.c_void_p(self.matrix.handle), *arguments)
        if failed:
            raise PETSc.Error(failed)


def _address(a: numpy.ndarray) -> ctypes.c_void_p:
    return ctypes.c_void_p(a.ctypes.data)
