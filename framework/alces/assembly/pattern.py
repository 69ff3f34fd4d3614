"""Sparsity of the Jacobian: built on entity pairs per block, then interleaved into one CSR matrix."""
from __future__ import annotations

from dataclasses import dataclass, field

import numpy
from scipy import sparse

from alces.dofs import DofMap, Layout


@dataclass
class PairPattern:
    """Entity pairs that couple, for two layouts.

    Attributes:
        rows, columns: the pairs (npair,), sorted by row.
        place: per mesh block, index of the pair of each cell and local pair (ncell, n_test * n_trial); None
            where one of the two does not live.
    """

    rows: numpy.ndarray
    columns: numpy.ndarray
    place: list[numpy.ndarray | None]


def pair_pattern(test: Layout, trial: Layout) -> PairPattern:
    """The pattern of two layouts on the whole mesh."""
    keys: list[numpy.ndarray | None] = []
    for a, b in zip(test.cells, trial.cells, strict=True):
        keys.append(
            None
            if a is None or b is None
            else (a[:, :, None] * trial.n_entities + b[:, None, :]).reshape(len(a), a.shape[1] * b.shape[1])
        )
    present = [k.ravel() for k in keys if k is not None]
    unique, inverse = numpy.unique(numpy.concatenate(present), return_inverse=True)
    place: list[numpy.ndarray | None] = []
    start = 0
    for k in keys:
        place.append(None if k is None else inverse[start : start + k.size].reshape(k.shape))
        start += 0 if k is None else k.size
    return PairPattern(unique // trial.n_entities, unique % trial.n_entities, place)


@dataclass
class Pattern:
    """CSR structure of the coupled Jacobian for a set of existing field blocks.

    Attributes:
        blocks: (row variable, column variable) pairs that exist; every diagonal one is included.
        indptr, indices: CSR structure, columns sorted within rows.
        pairs: block -> its `PairPattern` (shared between blocks of equal layouts).
        place: block -> position of each pair in the CSR values.
        diagonal: position of each diagonal entry.
    """

    dofmap: DofMap
    blocks: tuple[tuple[int, int], ...]
    indptr: numpy.ndarray = field(init=False)
    indices: numpy.ndarray = field(init=False)
    pairs: dict[tuple[int, int], PairPattern] = field(init=False, default_factory=dict)
    place: dict[tuple[int, int], numpy.ndarray] = field(init=False, default_factory=dict)
    diagonal: numpy.ndarray = field(init=False)

    def __post_init__(self) -> None:
        layouts = self.dofmap.layouts
        made: dict[tuple[int, int], PairPattern] = {}
        rows, columns, sizes = [], [], []
        for f, g in self.blocks:
            key = (id(layouts[f]), id(layouts[g]))
            if key not in made:
                made[key] = pair_pattern(layouts[f], layouts[g])
            pair = self.pairs[f, g] = made[key]
            rows.append(self.dofmap.dofs[f][pair.rows])
            columns.append(self.dofmap.dofs[g][pair.columns])
            sizes.append(len(pair.rows))
        row, column = numpy.concatenate(rows), numpy.concatenate(columns)
        n = self.dofmap.n
        order = sparse.coo_matrix((numpy.arange(1, len(row) + 1), (row, column)), shape=(n, n)).tocsr()
        order.sort_indices()
        self.indptr, self.indices = order.indptr, order.indices
        position = numpy.empty(len(row), dtype=numpy.int64)
        position[order.data - 1] = numpy.arange(len(row))
        for block, part in zip(self.blocks, numpy.split(position, numpy.cumsum(sizes)[:-1]), strict=True):
            self.place[block] = part
        of_row = numpy.repeat(numpy.arange(n), numpy.diff(self.indptr))
        self.diagonal = numpy.flatnonzero(self.indices == of_row)

    @property
    def nnz(self) -> int:
        return len(self.indices)

    def entries_of(self, dofs: numpy.ndarray) -> numpy.ndarray:
        """Positions of all entries in the rows or columns of the given unknowns."""
        marked = numpy.zeros(self.dofmap.n, dtype=bool)
        marked[dofs] = True
        of_row = numpy.repeat(marked, numpy.diff(self.indptr))
        return numpy.flatnonzero(of_row | marked[self.indices])
