"""Which unknowns a process owns, and where it gets the values of the others from."""
from __future__ import annotations

from typing import TYPE_CHECKING

import numpy

from alces.ranks import Ranks

if TYPE_CHECKING:
    from alces.dofs.numbering import DofMap


class Ghosts:
    """Ties the unknowns of a part of the mesh to those of the whole.

    Args:
        n: unknowns of this process.
        shared: for several processes: a number for each unknown on which all of them agree, and its owner.

    Attributes:
        own: which unknowns this process owns, bool (n,); the others are ghosts.
        numbers: number of each unknown in the whole problem, where those of one process follow each other.
        n: unknowns of the whole problem; first: number of the first one that this process owns.
    """

    def __init__(self, ranks: Ranks, n: int, shared: tuple[numpy.ndarray, numpy.ndarray] | None = None):
        self.ranks = ranks
        if shared is None:
            self.n, self.first = n, 0
            self.own, self.numbers = numpy.ones(n, dtype=bool), numpy.arange(n)
            return
        key, owner = shared
        self.own = owner == ranks.rank
        counts = ranks.everyone(int(self.own.sum()))
        self.n, self.first = sum(counts), sum(counts[: ranks.rank])
        self.numbers = numpy.full(n, -1, dtype=numpy.int64)
        self.numbers[self.own] = self.first + numpy.arange(counts[ranks.rank])
        self._wanted = {int(r): numpy.flatnonzero(owner == r) for r in numpy.unique(owner[~self.own])}
        requests = ranks.send({r: key[dofs] for r, dofs in self._wanted.items()})
        order = numpy.argsort(key)
        self._served = {r: order[numpy.searchsorted(key, keys, sorter=order)] for r, keys in requests.items()}
        for rank, numbers in ranks.send({r: self.numbers[dofs] for r, dofs in self._served.items()}).items():
            self.numbers[self._wanted[rank]] = numbers

    @property
    def rows(self) -> numpy.ndarray | slice:
        """Index of the own unknowns."""
        return slice(None) if self.ranks.size == 1 else numpy.flatnonzero(self.own)

    def update(self, vector: numpy.ndarray) -> numpy.ndarray:
        """Give the ghosts in a vector (n,) of floats the values that their owners have; the vector itself."""
        if self.ranks.size > 1:
            into = {rank: numpy.empty(len(dofs)) for rank, dofs in self._wanted.items()}
            self.ranks.swap({rank: vector[dofs] for rank, dofs in self._served.items()}, into)
            for rank, values in into.items():
                vector[self._wanted[rank]] = values
        return vector


def ghosts_of(dofmap: DofMap, ranks: Ranks) -> Ghosts:
    """The ghosts of a numbering on a part of a mesh; none on a whole one."""
    part = dofmap.mesh.part
    if part is None:
        return Ghosts(ranks, dofmap.n)
    largest = numpy.iinfo(numpy.int64).max
    key, owner = numpy.full(dofmap.n, largest), numpy.full(dofmap.n, -1, dtype=numpy.int64)
    start = 0
    for layout, dofs in zip(dofmap.layouts, dofmap.dofs, strict=True):
        ids, owners, total = (
            (part.nodes, part.node_owner, part.n_nodes) if layout.space.nodal
            else (part.cells, part.cell_owner, part.n_cells)
        )
        components = layout.space.components
        entity = (ids + total * numpy.arange(components)[:, None]).ravel() + start
        there = dofs >= 0
        numpy.minimum.at(key, dofs[there], entity[there])  # of tied nodes the first one speaks
        owner[dofs[there]] = numpy.tile(owners, components)[there]
        start += components * total
    return Ghosts(ranks, dofmap.n, (key, owner))
