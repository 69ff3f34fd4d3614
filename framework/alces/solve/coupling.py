"""How strongly the fields of a Jacobian act on each other, measured with the inverses of its diagonal blocks.

The measures have no units, and no scaling of equations or unknowns by constants per field changes them. With
blocks ``A_fg`` of the Jacobian:

* the loop of two fields is the spectral radius of ``A_ff^-1 A_fg A_gg^-1 A_gf``, by power iteration: the
  factor by which a sweep over the two blocks, in either order, reduces the error;
* the action of g on f is ``|A_ff^-1 A_fg d_g| / |d_f|``, with d an estimate of the Newton update: the part of
  f's change that is g's doing, and so the error of a sweep that comes to f before g.
"""
from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

import numpy

from alces.solve.blocks import Blocks
from alces.solve.direct import direct_options
from alces.solve.options import block_options
from alces.solve.spread import Spread

TURNS = 4
"""Steps of the power iteration: only the order of magnitude matters."""

NOT_DRIVEN = 1e-6
"""Weight of a coupling that is there but does not act on the present update."""

_numbers = itertools.count()


class Coupling:
    """A Jacobian, looked at field by field.

    Args:
        spread: which unknowns this process owns.
        field: variable index of the unknowns of this process, ghosts included, (n,); points: their places.
        structure, data: CSR structure and values of all rows of this process.
        multigrid_from: unknowns of a block from which on multigrid takes the place of a factorisation.

    Attributes:
        present: which blocks are not zero, (fields, fields).
        without_diagonal: fields that most rows say nothing about on the diagonal (pressures, multipliers).
    """

    def __init__(self, spread: Spread, field: numpy.ndarray, points: numpy.ndarray,
                 structure: tuple[numpy.ndarray, numpy.ndarray], data: numpy.ndarray, multigrid_from: int):
        self._spread, self._field, self._points = spread, field, points
        self._structure, self._data, self._multigrid_from = structure, data, multigrid_from
        self._n = max(spread.ranks.everyone(int(field.max(initial=-1)))) + 1
        own = field[spread.rows]
        self._members = [numpy.flatnonzero(own == f) for f in range(self._n)]
        self._matrix = spread.matrix(structure, data)
        self._in, self._out = spread.vector(), spread.vector()
        self._look()

    def _look(self) -> None:
        indptr, indices = self._structure
        n, ranks = self._n, self._spread.ranks
        row = numpy.repeat(numpy.arange(len(self._field)), numpy.diff(indptr))
        mine = self._spread.ghosts.own[row]
        pair = self._field[row] * n + self._field[indices]
        sums = ranks.sum(numpy.bincount(pair[mine], numpy.abs(self._data[mine]), n * n)).reshape(n, n)
        self.present = sums > 0.0
        on_diagonal = mine & (row == indices) & (self._data != 0.0)
        there = ranks.sum(numpy.bincount(self._field[row[on_diagonal]], minlength=n).astype(float))
        counts = ranks.sum(numpy.array([float(len(m)) for m in self._members]))
        self.without_diagonal = [f for f in range(n) if there[f] < 0.5 * counts[f]]

    def loops(self) -> numpy.ndarray:
        """Loop of each two fields, (fields, fields), symmetric; infinite where a block has no inverse."""
        n = self._n
        out = numpy.zeros((n, n))
        pairs = [(f, g) for f, g in itertools.combinations(range(n), 2)
                 if self.present[f, g] and self.present[g, f]]
        needed = sorted({f for pair in pairs for f in pair} - set(self.without_diagonal))
        inverse = dict(zip(needed, self._inverses([[f] for f in needed]), strict=True))
        for f, g in pairs:
            known = f in inverse and g in inverse
            out[f, g] = out[g, f] = self._loop(f, g, inverse[f], inverse[g]) if known else numpy.inf
        for one in inverse.values():
            one.destroy()
        return out

    def actions(self, groups: Sequence[Sequence[int]], residual: numpy.ndarray) -> numpy.ndarray:
        """Action of each group (second) on each (first); of several fields the largest counts.

        Args:
            residual: of the own unknowns, at the state of the Jacobian.
        """
        inverses = self._inverses(groups)
        update = numpy.zeros(len(residual))
        for _ in groups:  # so often does something pass on until all groups know of it
            left = -residual - self._times(update)
            update = update + sum(one.all(left) for one in inverses)
        size = self._spread.norms(update, self._members)
        out = numpy.zeros((len(groups),) * 2)
        for j, source in enumerate(groups):
            pushed = self._times(self._only(update, source))
            for i, target in enumerate(groups):
                if i != j and self.present[numpy.ix_(target, source)].any():
                    change = self._spread.norms(inverses[i].all(pushed), [self._members[f] for f in target])
                    part = change / numpy.where(size[list(target)] > 0.0, size[list(target)], numpy.inf)
                    largest = float(part.max())
                    out[i, j] = max(NOT_DRIVEN, largest) if numpy.isfinite(largest) else 1.0
        for one in inverses:
            one.destroy()
        return out

    def destroy(self) -> None:
        """Free PETSc's objects."""
        for thing in (self._matrix, self._in, self._out):
            thing.destroy()

    def _inverses(self, groups: Sequence[Sequence[int]]) -> list[_Inverse]:
        blocks = Blocks(self._spread, self._field, self._points, groups, self._multigrid_from)
        blocks.classify(self._structure, self._data)
        return [_Inverse(self._matrix, blocks, i) for i in range(len(groups))]

    def _loop(self, f: int, g: int, inverse_f: _Inverse, inverse_g: _Inverse) -> float:
        v = self._only(self._start(), [f])
        size, loop = self._norm(v), 0.0
        for _ in range(TURNS):
            if size == 0.0:
                return loop
            v = inverse_f.all(self._times(inverse_g.all(self._times(v / size))))
            size = loop = self._norm(v)
            if not numpy.isfinite(loop):
                return float("inf")
        return loop

    def _start(self) -> numpy.ndarray:
        """Smooth and rough parts, the same on any number of processes."""
        x = self._points[self._spread.rows]
        largest = max(self._spread.ranks.everyone(float(numpy.abs(self._points).max(initial=0.0)))) or 1.0
        return 1.0 + 0.5 * numpy.sin(x @ numpy.array([1.0, 2.0**0.5, 3.0**0.5]) * (1e3 / largest))

    def _only(self, own: numpy.ndarray, fields: Sequence[int]) -> numpy.ndarray:
        out = numpy.zeros(len(own))
        for f in fields:
            out[self._members[f]] = own[self._members[f]]
        return out

    def _times(self, own: numpy.ndarray) -> numpy.ndarray:
        self._in.setArray(own)
        self._matrix.mult(self._in, self._out)
        return self._out.getArray().copy()

    def _norm(self, own: numpy.ndarray) -> float:
        return float(self._spread.norms(own, [numpy.arange(len(own))])[0])


class _Inverse:
    """The inverse of a diagonal block, as exact as a preconditioner would have it."""

    def __init__(self, matrix: Any, blocks: Blocks, i: int):
        from petsc4py import PETSc

        spread = blocks.spread
        self._members = blocks.members[i]
        index_set = blocks.index_set(i)
        self._block = matrix.createSubMatrix(index_set, index_set)
        if blocks.kinds[i] == "elastic multigrid":
            self._block.setNearNullSpace(index_set.query("nearnullspace"))
        self._ksp = PETSc.KSP().create(comm=spread.comm)
        prefix = f"alces_block{next(_numbers)}_"
        self._ksp.setOptionsPrefix(prefix)
        self._ksp.setOperators(self._block)
        database = PETSc.Options(prefix)
        options = block_options(blocks.kinds[i], direct_options(spread.many), spread.many)
        for name, text in options.items():
            database.setValue(name, text)
        self._ksp.setFromOptions()
        for name in options:
            database.delValue(name)
        self._b, self._x = self._block.createVecLeft(), self._block.createVecRight()

    def all(self, own: numpy.ndarray) -> numpy.ndarray:
        """The block's inverse times its part of the own unknowns, zeros elsewhere; not numbers if it has
        none."""
        from petsc4py import PETSc

        out = numpy.zeros(len(own))
        self._b.setArray(own[self._members])
        try:
            self._ksp.solve(self._b, self._x)
            failed = self._ksp.getConvergedReason() in _FATAL
        except PETSc.Error:
            failed = True
        out[self._members] = numpy.nan if failed else self._x.getArray()
        return out

    def destroy(self) -> None:
        for thing in (self._ksp, self._block, self._b, self._x):
            thing.destroy()


_FATAL = (-11, -9, -8, -10)  # factorisation failed, not a number, indefinite
