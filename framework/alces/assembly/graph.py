"""Which entities (nodes, cells) share a cell: the couplings of one kind of unknown with another."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy
from scipy import sparse

from alces.dofs import Layout


class Graph:
    """The pairs of a row entity and a column entity that meet in a cell, for some pairs of layouts.

    Pairs are numbered row by row, columns ascending.

    Args:
        layouts: (test, trial); all tests have the same entities, and so have all trials.

    Attributes:
        start: number of each row's first pair, (row entity + 1,).
        columns: column entity of each pair.
    """

    def __init__(self, layouts: Iterable[tuple[Layout, Layout]]):
        distinct = {(id(test), id(trial)): (test, trial) for test, trial in layouts}
        found = {key: _meetings(*pair) for key, pair in distinct.items()}
        pairs = sum(list(found.values())[1:], next(iter(found.values())))
        pairs.sum_duplicates()  # none: sorts the columns
        self.start, self.columns = pairs.indptr, pairs.indices
        numbers = numpy.arange(1, pairs.nnz + 1, dtype=self.start.dtype)
        self._numbers = sparse.csr_matrix((numbers, pairs.indices, pairs.indptr), pairs.shape)
        self._numbers.has_canonical_format = True
        self._some = {key: self._mark(part) for key, part in found.items() if part.nnz < pairs.nnz}
        self._cells: dict[tuple[int, int], list[numpy.ndarray | None]] = {}
        self._layouts = list(distinct.values())  # their ids stay theirs

    def __len__(self) -> int:
        return len(self.columns)

    def find(self, rows: numpy.ndarray, columns: numpy.ndarray) -> numpy.ndarray:
        """Numbers of pairs; -1 where there is none."""
        if not rows.size:
            return numpy.empty(rows.shape, dtype=self.start.dtype)
        return numpy.asarray(self._numbers[rows.ravel(), columns.ravel()]).reshape(rows.shape) - 1

    def has(self, test: Layout, trial: Layout) -> numpy.ndarray | None:
        """Which of the pairs two layouts have; None if all."""
        return self._some.get((id(test), id(trial)))

    def in_cells(self, test: Layout, trial: Layout, block: int) -> numpy.ndarray:
        """Numbers of the pairs in the cells of a mesh block, (cell, n_test * n_trial)."""
        key = (id(test), id(trial))
        made = self._cells.setdefault(key, [None] * len(test.cells))
        found = made[block]
        if found is None:
            a, b = test.cells[block], trial.cells[block]
            assert a is not None and b is not None
            shape = (len(a), a.shape[1], b.shape[1])
            rows, columns = numpy.broadcast_to(a[:, :, None], shape), numpy.broadcast_to(b[:, None, :], shape)
            found = made[block] = self.find(rows, columns).reshape(len(a), -1)
        return found

    def _mark(self, part: sparse.csr_matrix) -> numpy.ndarray:
        marked = numpy.zeros(len(self), dtype=bool)
        coo = part.tocoo()
        marked[self.find(coo.row, coo.col)] = True
        return marked


def _meetings(test: Layout, trial: Layout) -> sparse.csr_matrix:
    """True for each pair of entities of the two layouts in a common cell."""
    both = [(a, b) for a, b in zip(test.cells, trial.cells, strict=True) if a is not None and b is not None]
    of_test = _incidence([a for a, _ in both], test.n_entities)
    of_trial = of_test if test is trial else _incidence([b for _, b in both], trial.n_entities)
    return of_test.T.tocsr() @ of_trial


def _incidence(cells: Sequence[numpy.ndarray], n_entities: int) -> sparse.csr_matrix:
    """True where an entity belongs to a cell, (cell, entity)."""
    sizes = numpy.concatenate([[0], *(numpy.full(len(table), table.shape[1]) for table in cells)])
    entities = numpy.concatenate([numpy.empty(0, dtype=numpy.int64), *(table.ravel() for table in cells)])
    start = numpy.cumsum(sizes)
    return sparse.csr_matrix((numpy.ones(len(entities), dtype=bool), entities, start),
                             shape=(len(start) - 1, n_entities))
