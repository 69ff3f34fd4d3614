"""Arrays over the whole mesh from the parts of them that the processes have, and back."""
from __future__ import annotations

import numpy

from alces.assembly import System
from alces.run.checkpoint_file import CheckpointError
from alces.run.entities import Where, gathered, handed_out

Entities = Where | tuple
"""Nodes, cells, or the key of a domain, which stands for its cells in the order of the whole mesh."""


class Whole:
    """Puts arrays together on the first process, and hands them out; all processes must call it together."""

    def __init__(self, system: System):
        self.ranks, self.mesh, self._system = system.model.ranks, system.model.mesh, system

    def count(self, entities: Entities) -> int:
        """Number of nodes or cells of the whole mesh."""
        mesh = self.mesh.part or self.mesh
        return mesh.n_nodes if entities == "node" else mesh.n_cells

    def gather(self, entities: Entities, local: numpy.ndarray) -> numpy.ndarray:
        """The array over all entities on the first process, something else on the others."""
        if not isinstance(entities, tuple):
            return gathered(self.ranks, self.mesh, entities, {"": local})[""]
        cells, own = self._cells(entities)
        parts = [(numbers, a) for numbers, a in self.ranks.gather((cells[own], local[own])) if len(numbers)]
        if not parts:
            return local
        order = numpy.argsort(numpy.concatenate([numbers for numbers, _ in parts]))
        return numpy.concatenate([a for _, a in parts])[order]

    def scatter(self, entities: Entities, whole: numpy.ndarray) -> numpy.ndarray:
        """The part of an array over all entities that belongs here.

        Raises:
            CheckpointError: it has another length.
        """
        if not isinstance(entities, tuple):
            return handed_out(self.mesh, entities, whole)
        cells, own = self._cells(entities)
        every = numpy.sort(numpy.concatenate(self.ranks.everyone(cells[own])))
        if len(every) != len(whole):
            raise CheckpointError(f"the checkpoint has properties of {len(whole)} cells where the mesh of "
                                  f"the deck has {len(every)}")
        return whole[numpy.searchsorted(every, cells)]

    def _cells(self, key: tuple) -> tuple[numpy.ndarray, numpy.ndarray]:
        """Numbers in the whole mesh of a domain's cells here, and which of them this process owns."""
        sides = key[0] == "sides"
        domains = self._system.side_domains(key[1]) if sides else self._system.cells
        here = [d.cell_ids() for d in domains if d.key == key]
        cells = numpy.concatenate([numpy.empty(0, dtype=numpy.int64), *here])
        part = self.mesh.part
        if part is None:
            return cells, numpy.ones(len(cells), dtype=bool)
        return part.cells[cells], part.own_cells[cells]
