"""The faces of a mesh: which sides are shared by two cells and which lie on the outer boundary."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from alces.mesh.mesh import IntArray, Mesh, SideSet
from alces.mesh.reference_cell import reference_cell
from alces.mesh.unique import unique_rows


@dataclass(frozen=True, eq=False)
class Faces:
    """boundary: the sides with one cell only; first[i] and second[i] are the two sides of interior face i.

    Where more than two cells share a face (bars meeting in a node), the sides are chained in pairs.
    """

    boundary: SideSet
    first: SideSet
    second: SideSet


@dataclass(frozen=True, eq=False)
class SideTable:
    """All sides of all cells; vertices: (n, 4) vertex nodes, ascending, filled up with -1 in front."""

    cells: IntArray
    sides: IntArray
    vertices: IntArray

    def pick(self, rows: IntArray) -> SideSet:
        return SideSet(self.cells[rows], self.sides[rows])


def side_table(mesh: Mesh) -> SideTable:
    """The table of all sides of the mesh, by cell type, then side, then cell."""
    cells, sides, vertices = [], [], []
    for block, first in zip(mesh.blocks, mesh.block_offsets[:-1], strict=True):
        linear = reference_cell(reference_cell(block.cell_type).linear)
        for side, where in enumerate(linear.sides):
            keys = np.full((len(block), 4), -1, dtype=np.int64)
            keys[:, 4 - len(where.nodes) :] = block.cells[:, list(where.nodes)]
            cells.append(first + np.arange(len(block), dtype=np.int64))
            sides.append(np.full(len(block), side, dtype=np.int64))
            vertices.append(keys)
    if not cells:
        return SideTable(*(np.empty(0, dtype=np.int64),) * 2, np.empty((0, 4), dtype=np.int64))
    return SideTable(np.concatenate(cells), np.concatenate(sides), np.sort(np.concatenate(vertices), axis=1))


def faces(mesh: Mesh) -> Faces:
    """Boundary and interior faces; interior ones are ordered so that first.cells <= second.cells."""
    table = side_table(mesh)
    if len(table.cells) == 0:
        nothing = table.pick(np.empty(0, dtype=np.int64))
        return Faces(nothing, nothing, nothing)
    number = unique_rows(table.vertices + 1)[1]
    order = np.lexsort((table.cells, number))
    same = number[order][1:] == number[order][:-1]
    alone = ~np.concatenate([[False], same]) & ~np.concatenate([same, [False]])
    boundary = order[alone]
    boundary = boundary[np.lexsort((table.sides[boundary], table.cells[boundary]))]
    pairs = np.flatnonzero(same)
    return Faces(table.pick(boundary), table.pick(order[pairs]), table.pick(order[pairs + 1]))
