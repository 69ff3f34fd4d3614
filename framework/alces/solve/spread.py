"""Arrays of a process, with ghosts, as vectors and matrices of PETSc."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy
from scipy import sparse

from alces import backend
from alces.dofs import Ghosts
from alces.solve import device


class Spread:
    """Makes PETSc objects over all processes that share a problem.

    Args:
        ghosts: which unknowns belong to this process.

    Attributes:
        rows: index of the own unknowns among all of this process.
        comm: PETSc's communicator.
    """

    def __init__(self, ghosts: Ghosts):
        from petsc4py import PETSc

        self.ghosts, self.ranks, self.rows = ghosts, ghosts.ranks, ghosts.rows
        self.many = self.ranks.size > 1
        self.comm = PETSc.COMM_WORLD if self.many else PETSc.COMM_SELF
        self.n_own = int(ghosts.own.sum())
        self._arrays: tuple[numpy.ndarray, numpy.ndarray, numpy.ndarray]
        self._columns: numpy.ndarray  # of the entries, by this process's own count
        self._by_address: device.ByAddress | None = None
        self.entries: numpy.ndarray | slice = slice(None)

    def vector(self, n_own: int | None = None, n: int | None = None) -> Any:
        """A new vector over the own unknowns of all processes, or over `n_own` numbers here of `n` in all."""
        from petsc4py import PETSc

        out = PETSc.Vec().create(self.comm)
        out.setSizes((self.n_own, self.ghosts.n) if n_own is None else (n_own, n))
        out.setType(device.VECTOR if device.in_use() and not self.many else PETSc.Vec.Type.STANDARD)
        return out

    def complete(self, own: numpy.ndarray) -> numpy.ndarray:
        """Values of the own unknowns and of the ghosts."""
        if not self.many:
            return own
        out = numpy.zeros(len(self.ghosts.own))
        out[self.rows] = own
        return self.ghosts.update(out)

    def index_set(self, members: numpy.ndarray) -> Any:
        """PETSc's index set of some of the own unknowns."""
        from petsc4py import PETSc

        numbers = (members + self.ghosts.first).astype(PETSc.IntType)
        return PETSc.IS().createGeneral(numbers, comm=self.comm)

    def matrix(self, structure: tuple[numpy.ndarray, numpy.ndarray], values: Any) -> Any:
        """A matrix of the own rows, from the CSR structure of all rows of this process.

        `entries` then says which of the CSR values it takes; they are copied to the host unless PETSc can
        read them on the device.
        """
        from petsc4py import PETSc

        indptr, indices = structure
        if not self.many:
            self._columns = indices
        if not self.many and device.in_use():
            self._by_address = device.ByAddress(structure, device.MATRIX)
            self.fill(self._by_address.matrix, values)
            return self._by_address.matrix
        data = backend.to_host(values)
        if not self.many:
            starts, columns = (a.astype(PETSc.IntType, copy=False) for a in structure)
            self._arrays = (starts, columns, data.copy())
            return PETSc.Mat().createAIJWithArrays((self.n_own, self.n_own), self._arrays, comm=self.comm)
        length = numpy.diff(indptr)
        row = numpy.repeat(numpy.arange(len(length)), length)
        entries = numpy.flatnonzero(self.ghosts.own[row])
        columns = self.ghosts.numbers[indices[entries]]
        order = numpy.lexsort((columns, row[entries]))
        self.entries = entries[order]
        self._columns = indices[self.entries]
        starts = numpy.concatenate([[0], numpy.cumsum(length[self.rows])])
        integer = PETSc.IntType
        self._arrays = (starts.astype(integer), columns[order].astype(integer), data[self.entries])
        size = (self.n_own, self.ghosts.n)
        return PETSc.Mat().createAIJ((size, size), csr=self._arrays, comm=self.comm)

    def fill(self, matrix: Any, values: Any) -> None:
        """Put the CSR values of all rows of this process into a matrix that `matrix` has made."""
        if self._by_address is not None:
            there = values if backend.is_array(values) else backend.asarray(values)
            self._by_address.fill(there, backend.address(there))
            return
        self._arrays[2][:] = backend.to_host(values)[self.entries]
        if self.many:
            matrix.setValuesCSR(*self._arrays)
        else:
            matrix.stateIncrease()
        matrix.assemble()

    def terms(self, own: numpy.ndarray) -> numpy.ndarray:
        """Sums of the magnitudes of the terms of each row of the matrix times a vector of own unknowns."""
        if self._by_address is None:
            starts, _, data = self._arrays
        else:
            starts, _, data = self._by_address.matrix.getValuesCSR()
        shape = (self.n_own, len(self.ghosts.own))
        return sparse.csr_matrix((abs(data), self._columns, starts), shape) @ abs(self.complete(own))

    def norms(self, own: numpy.ndarray, members: Sequence[numpy.ndarray]) -> numpy.ndarray:
        """2-norm of each group of unknowns over all processes."""
        if not self.many:
            return numpy.array([numpy.linalg.norm(own[m]) for m in members])
        return numpy.sqrt(self.ranks.sum(numpy.array([float(own[m] @ own[m]) for m in members])))

    def largest(self, own: numpy.ndarray, members: Sequence[numpy.ndarray]) -> numpy.ndarray:
        """Largest magnitude in each group of unknowns over all processes."""
        mine = [numpy.abs(own[m]).max(initial=0.0) for m in members]
        return numpy.max(self.ranks.everyone(mine), axis=0)

    def median(self, values: numpy.ndarray) -> float | None:
        """Median over all processes (of their medians, by their number of values); None without values."""
        if not self.many:
            return float(numpy.median(values)) if values.size else None
        found = sorted((float(m), n) for m, n in self.ranks.everyone(
            (numpy.median(values) if values.size else 0.0, values.size)) if n)
        if not found:
            return None
        passed = numpy.cumsum([n for _, n in found])
        return found[int(numpy.searchsorted(passed, 0.5 * passed[-1]))][0]
