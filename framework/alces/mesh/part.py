"""The part of a mesh that one process works on."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from alces.mesh.mesh import CellBlock, IntArray, Mesh, SideSet
from alces.mesh.numbers import node_numbers
from alces.mesh.reference_cell import reference_cell

Pairs = tuple[IntArray, IntArray]
"""Nodes that are tied to others: (node, node), each (n,)."""


@dataclass(frozen=True, eq=False)
class Part:
    """Where the cells and nodes of a part come from. It holds its own ones and a layer around them: every
    cell at one of its own nodes, so that it can assemble the equations of these alone.

    nodes, cells: their numbers in the whole mesh, ascending; node_owner, cell_owner: rank that has them as
    its own; rank: that of this part; n_nodes, n_cells, bounds, axes: of the whole mesh; node_numbers: see
    `alces.mesh.node_numbers`; ties: see `split`, in the numbers of this part.
    """

    rank: int
    nodes: IntArray
    cells: IntArray
    node_owner: IntArray
    cell_owner: IntArray
    n_nodes: int
    n_cells: int
    bounds: tuple[np.ndarray, np.ndarray]
    axes: int
    node_numbers: IntArray
    ties: Sequence[Pairs] = ()

    @property
    def own_nodes(self) -> np.ndarray:
        """Which nodes are this part's own, bool."""
        return self.node_owner == self.rank

    @property
    def own_cells(self) -> np.ndarray:
        """Which cells are this part's own, bool."""
        return self.cell_owner == self.rank


def neighbours(mesh: Mesh) -> sparse.csr_matrix:
    """Which cells share a side, (n_cells, n_cells), without the diagonal."""
    touch = _touch(mesh, corners_only=True)
    shared = (touch.T @ touch).tocoo()
    enough = np.concatenate([np.full(len(b), reference_cell(b.cell_type).dim) for b in mesh.blocks])
    keep = (shared.data >= np.minimum(enough[shared.row], enough[shared.col])) & (shared.row != shared.col)
    ones = np.ones(int(keep.sum()))
    return sparse.csr_matrix((ones, (shared.row[keep], shared.col[keep])), shape=shared.shape)


def bisect(mesh: Mesh, n_parts: int) -> IntArray:
    """Part of every cell: cuts across the longest extent so that both sides get their share of the cells."""
    centres = np.concatenate([mesh.points[b.cells].mean(axis=1) for b in mesh.blocks])
    owner = np.zeros(len(centres), dtype=np.int64)

    def cut(cells: IntArray, first: int, parts: int) -> None:
        owner[cells] = first
        if parts > 1 and len(cells):
            axis = int(np.ptp(centres[cells], axis=0).argmax())
            order = cells[np.argsort(centres[cells, axis], kind="stable")]
            half = parts // 2
            middle = len(order) * half // parts
            cut(order[:middle], first, half)
            cut(order[middle:], first + half, parts - half)

    cut(np.arange(len(centres)), 0, n_parts)
    return owner


def split(mesh: Mesh, cell_owner: IntArray, n_parts: int, ties: Sequence[Pairs] = ()) -> Iterator[Mesh]:
    """The parts of a mesh, one rank after the other.

    Args:
        cell_owner: rank of every cell, (n_cells,).
        ties: pairs of nodes that share their unknowns (periodic conditions): they get one owner and come
            together.
    """
    touch = _touch(mesh)
    classes = _classes(mesh, ties)
    node_owner = np.full(mesh.n_nodes, n_parts, dtype=np.int64)
    np.minimum.at(node_owner, touch.row, cell_owner[touch.col])
    of_class = np.full(classes.max(initial=0) + 1, n_parts, dtype=np.int64)
    np.minimum.at(of_class, classes, node_owner)
    node_owner = of_class[classes]
    node_owner[node_owner == n_parts] = 0  # nodes of no cell
    incidence = touch.tocsr()
    lone = np.diff(incidence.indptr) == 1
    at_boundary = {b: mesh.boundary_nodes(b) for b in mesh.boundary_ids}
    bounds = (mesh.points.min(axis=0), mesh.points.max(axis=0))
    numbers = node_numbers(mesh)
    by_class = np.argsort(classes, kind="stable")
    for rank in range(n_parts):
        own = node_owner == rank
        in_part = (incidence.T @ own > 0) | (cell_owner == rank)
        corner = incidence.T @ (own & lone) > 0  # fits around a corner take the cells around its cell
        in_part |= incidence.T @ (incidence @ corner > 0) > 0
        wanted = (incidence @ in_part > 0) | own
        present = np.zeros(len(of_class), dtype=bool)
        present[classes[wanted]] = True
        nodes = np.sort(by_class[present[classes[by_class]]])
        cells = np.flatnonzero(in_part)
        local = np.full(mesh.n_nodes, -1, dtype=np.int64)
        local[nodes] = np.arange(len(nodes))
        inside = [(local[a] >= 0) & (local[b] >= 0) for a, b in ties]
        here = [(local[a[k]], local[b[k]]) for (a, b), k in zip(ties, inside, strict=True)]
        part = Part(rank, nodes, cells, node_owner[nodes], cell_owner[cells], mesh.n_nodes, mesh.n_cells,
                    bounds, mesh.axes, numbers[nodes], here)
        yield _part_of(mesh, part, local, in_part, at_boundary)


def _part_of(mesh: Mesh, part: Part, local: IntArray, in_part: np.ndarray, at_boundary: dict) -> Mesh:
    new_cell = np.cumsum(in_part) - 1
    blocks = []
    for block, first in zip(mesh.blocks, mesh.block_offsets[:-1], strict=True):
        kept = block.cells[in_part[first : first + len(block)]]
        blocks.append(CellBlock(block.cell_type, block.subdomain, local[kept]))
    sidesets = {}
    for boundary, s in mesh.sidesets.items():
        inside = in_part[s.cells]
        sidesets[boundary] = SideSet(new_cell[s.cells[inside]], s.sides[inside])
    # a node can lie on a boundary whose side there belongs to a cell of another part
    nodesets = {b: np.sort(local[nodes][local[nodes] >= 0]) for b, nodes in at_boundary.items()}
    return Mesh(mesh.points[part.nodes], mesh.dim, blocks, mesh.subdomain_names, sidesets, mesh.sideset_names,
                nodesets, mesh.nodeset_names, part)


def _touch(mesh: Mesh, corners_only: bool = False) -> sparse.coo_matrix:
    """Incidence (node, cell)."""
    rows, columns = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    for block, first in zip(mesh.blocks, mesh.block_offsets[:-1], strict=True):
        n = reference_cell(block.cell_type).n_vertices if corners_only else block.cells.shape[1]
        rows.append(block.cells[:, :n].ravel())
        columns.append(np.repeat(np.arange(first, first + len(block)), n))
    row, column = np.concatenate(rows), np.concatenate(columns)
    return sparse.coo_matrix((np.ones(len(row)), (row, column)), shape=(mesh.n_nodes, mesh.n_cells))


def _classes(mesh: Mesh, ties: Sequence[Pairs]) -> IntArray:
    """Number of the set of tied nodes that each node belongs to."""
    a = np.concatenate([np.empty(0, dtype=np.int64), *(pair[0] for pair in ties)])
    b = np.concatenate([np.empty(0, dtype=np.int64), *(pair[1] for pair in ties)])
    graph = sparse.coo_matrix((np.ones(len(a)), (a, b)), shape=(mesh.n_nodes,) * 2)
    return sparse.csgraph.connected_components(graph, directed=False)[1].astype(np.int64)
