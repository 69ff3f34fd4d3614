"""Sparsity of the Jacobian: found on pairs of entities, which all variables of a kind share."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy

from alces import backend
from alces.assembly.domain import Domain
from alces.assembly.graph import Graph
from alces.dofs import DofMap

Block = tuple[int, int]
Adding = Callable[[Any, Sequence[Any]], None]


@dataclass
class Pattern:
    """CSR structure of the coupled Jacobian for a set of existing field blocks.

    Of one entity the unknowns of all variables of a kind (nodal, or of cells) follow each other. So in the
    row of an unknown, those columns that belong to one pair of entities follow each other, too.

    Attributes:
        blocks: (row variable, column variable) pairs that exist; every diagonal one is included.
        indptr, indices: CSR structure, columns sorted within rows.
        diagonal: position of each diagonal entry.
    """

    dofmap: DofMap
    blocks: tuple[Block, ...]
    indptr: numpy.ndarray = field(init=False)
    indices: numpy.ndarray = field(init=False)
    diagonal: numpy.ndarray = field(init=False)

    def __post_init__(self) -> None:
        layouts = self.dofmap.layouts
        kinds = [(not layout.space.nodal, layout.n_entities) for layout in layouts]
        self._parts: list[_Part] = []
        for row_kind in sorted(set(kinds)):
            for column_kind in sorted(set(kinds)):
                chosen = [(f, g) for f, g in self.blocks if (kinds[f], kinds[g]) == (row_kind, column_kind)]
                if chosen:
                    graph = Graph((layouts[f], layouts[g]) for f, g in chosen)
                    self._parts += [_Part(graph, self.dofmap, f, [g for h, g in chosen if h == f])
                                    for f in sorted({f for f, _ in chosen})]
        sizes = numpy.zeros(self.dofmap.n + 1, dtype=numpy.int64)
        for part in self._parts:
            part.add_sizes(sizes[1:])
        self.indptr = numpy.cumsum(sizes)
        if self.indptr[-1] <= numpy.iinfo(numpy.int32).max:
            self.indptr = self.indptr.astype(numpy.int32)
        self.indices = numpy.empty(self.indptr[-1], dtype=self.indptr.dtype)
        self.diagonal = numpy.empty(self.dofmap.n, dtype=self.indptr.dtype)
        free = self.indptr[:-1].copy()
        for part in self._parts:
            part.fill(free, self.indices, self.diagonal)
        self._part = {(part.f, g): part for part in self._parts for g in part.columns}
        self._adders: dict[tuple, Adding] = {}

    @property
    def nnz(self) -> int:
        return len(self.indices)

    def places(self, block: Block, domain: Domain, cells: slice) -> numpy.ndarray:
        """Position in the CSR values of each entry of cell matrices, (cell, n_test * n_trial)."""
        return self._part[block].places(block[1], domain, cells)

    def adder(self, blocks: Iterable[Block], domain: Domain, cells: slice) -> Adding:
        """Adds the cell matrices of some blocks to CSR values."""
        key = (domain.key, cells.start, cells.stop, *blocks)
        if key not in self._adders:
            self._adders[key] = backend.adder([self.places(b, domain, cells) for b in blocks], self.nnz)
        return self._adders[key]

    def entries_of(self, dofs: numpy.ndarray) -> numpy.ndarray:
        """Positions of all entries in the rows or columns of the given unknowns."""
        marked = numpy.zeros(self.dofmap.n, dtype=bool)
        marked[dofs] = True
        of_row = numpy.repeat(marked, numpy.diff(self.indptr))
        return numpy.flatnonzero(of_row | marked[self.indices])


class _Part:
    """The entries in the rows of one variable and the columns of all variables of one kind.

    Args:
        graph: pairs of entities.
        f: variable of the rows; columns: those of the columns.
    """

    def __init__(self, graph: Graph, dofmap: DofMap, f: int, columns: list[int]):
        self.graph, self.dofmap, self.f, self.columns = graph, dofmap, f, columns
        self._before: dict[int, Any] = {}  # entries of a pair before that of a column variable
        width: Any = 0
        for g in columns:
            self._before[g] = width
            has = graph.has(dofmap.layouts[f], dofmap.layouts[g])
            width = width + (1 if has is None else has.astype(numpy.int32))
        if isinstance(width, int):
            self._first = width * numpy.arange(len(graph) + 1)
        else:
            self._first = numpy.concatenate([[0], numpy.cumsum(width)])
        self._sizes = numpy.diff(self._first[graph.start])
        self._rows = numpy.flatnonzero(self._sizes)

    def add_sizes(self, sizes: numpy.ndarray) -> None:
        """Add the entries in the row of each unknown to their number."""
        sizes[self.dofmap.dofs[self.f][self._rows]] += self._sizes[self._rows]

    def fill(self, free: numpy.ndarray, indices: numpy.ndarray, diagonal: numpy.ndarray) -> None:
        """Take places in the CSR structure.

        Args:
            free: first position of each row that is not taken yet.
        """
        graph, layouts, dofs = self.graph, self.dofmap.layouts, self.dofmap.dofs
        rows = dofs[self.f][self._rows]
        shift = numpy.zeros(len(self._sizes), dtype=free.dtype)
        shift[self._rows] = free[rows] - self._first[graph.start[self._rows]]
        free[rows] += self._sizes[self._rows].astype(free.dtype)
        self._first = self._first[:-1].astype(free.dtype)
        self._first += numpy.repeat(shift, numpy.diff(graph.start))
        for g in self.columns:
            has, places = graph.has(layouts[self.f], layouts[g]), self._first + self._before[g]
            unknowns = dofs[g][graph.columns]
            if has is not None:
                places, unknowns = places[has], unknowns[has]
            indices[places] = unknowns
        if self.f in self._before:
            pairs = graph.find(self._rows, self._rows)
            there = pairs >= 0
            diagonal[rows[there]] = self._at(self.f, pairs[there])

    def places(self, g: int, domain: Domain, cells: slice) -> numpy.ndarray:
        """See `Pattern.places`."""
        layouts = self.dofmap.layouts
        pairs = self.graph.in_cells(layouts[self.f], layouts[g], domain.block)
        return self._at(g, domain.take(pairs, cells))

    def _at(self, g: int, pairs: numpy.ndarray) -> numpy.ndarray:
        before = self._before[g]
        return self._first[pairs] + (before if isinstance(before, int) else before[pairs])
