"""Uniform refinement: every cell is cut into 2^dim cells of the same type."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from alces.mesh.budget import require_memory
from alces.mesh.errors import MeshError
from alces.mesh.mesh import CellBlock, Mesh, SideSet
from alces.mesh.reference_cell import ReferenceCell, reference_cell
from alces.mesh.second_order import order_second

# Children of a tetrahedron by the nodes of TET10: four at the corners, four around the diagonal from the
# middle of edge 0-2 to the middle of edge 1-3 (J. Bey, Computing 55 (1995) 355, whose choice keeps repeated
# cuts well shaped).
_TETRAHEDRA = (
    (0, 4, 6, 7), (4, 1, 5, 8), (6, 5, 2, 9), (7, 8, 9, 3),
    (4, 6, 7, 8), (4, 6, 8, 5), (6, 7, 8, 9), (6, 8, 5, 9),
)  # fmt: skip
_TRIANGLES = ((0, 3, 5), (3, 1, 4), (5, 4, 2), (3, 4, 5))


def uniform_refine(mesh: Mesh, levels: int = 1) -> Mesh:
    """Refine every cell `levels` times (MOOSE's uniform_refine).

    The children of cell i have the indices i 2^dim to (i + 1) 2^dim - 1 of its block. Curved second-order
    cells keep their shape; side sets are inherited exactly, node sets as order_second does. Raises MeshError
    for levels < 0.
    """
    if levels < 0:
        raise MeshError(f"uniform_refine must not be negative, got {levels}")
    for block in mesh.blocks:
        require_memory(len(block) * 2 ** (reference_cell(block.cell_type).dim * levels), block.cell_type)
    for _ in range(levels):
        mesh = _refine_once(mesh)
    return mesh


def _refine_once(mesh: Mesh) -> Mesh:
    skeleton = _linear(mesh)
    lattice = order_second(skeleton)  # its nodes are exactly the vertices of all children
    blocks = []
    for block in lattice.blocks:
        table = children(block.cell_type)
        linear = reference_cell(block.cell_type).linear
        cells = block.cells[:, table].reshape(-1, table.shape[1])
        blocks.append(CellBlock(linear, block.subdomain, cells))
    fine = replace(lattice, blocks=blocks, sidesets=_inherited_sides(mesh))
    if all(reference_cell(block.cell_type).order == 1 for block in mesh.blocks):
        return fine
    serendipity = any(block.cell_type in ("QUAD8", "HEX20") for block in mesh.blocks)
    return _on_parent_surface(mesh, order_second(fine, full=not serendipity))


def _linear(mesh: Mesh) -> Mesh:
    """The first-order mesh on the vertices of a second-order one, the nodes renumbered."""
    types = [reference_cell(block.cell_type) for block in mesh.blocks]
    if all(cell.order == 1 for cell in types):
        return mesh
    corners = [block.cells[:, : cell.n_vertices] for block, cell in zip(mesh.blocks, types, strict=True)]
    used = np.unique(np.concatenate([c.ravel() for c in corners]))
    renumber = np.full(mesh.n_nodes, -1, dtype=np.int64)
    renumber[used] = np.arange(len(used))
    blocks = [
        CellBlock(cell.linear, block.subdomain, renumber[c])
        for block, cell, c in zip(mesh.blocks, types, corners, strict=True)
    ]
    nodesets = {number: renumber[nodes] for number, nodes in mesh.nodesets.items()}
    nodesets = {number: nodes[nodes >= 0] for number, nodes in nodesets.items()}
    return replace(mesh, points=mesh.points[used], blocks=blocks, nodesets=nodesets)


def _on_parent_surface(mesh: Mesh, fine: Mesh) -> Mesh:
    """Move the nodes of a refined second-order mesh to where the parents' shape functions put them."""
    points = fine.points.copy()
    for parent, child in zip(mesh.blocks, fine.blocks, strict=True):
        cell = reference_cell(parent.cell_type)
        places = _child_nodes(cell, reference_cell(child.cell_type))
        weights = cell.shape(places.reshape(-1, cell.dim))
        target = child.cells.reshape(len(parent), -1)
        points[target] = np.einsum("kn,cnd->ckd", weights, mesh.points[parent.cells])
    return replace(fine, points=points)


def _child_nodes(parent: ReferenceCell, child: ReferenceCell) -> NDArray[np.float64]:
    """Nodes of all children in the parent's reference coordinates, (n_children, n_nodes, dim)."""
    table = children(parent.full)
    vertices = reference_cell(parent.full).nodes[table]
    return np.stack([vertices[:, list(support)].mean(axis=1) for support in child.supports], axis=1)


@cache
def children(full: str) -> NDArray[np.int64]:
    """Vertices of the children as nodes of the complete second-order cell, (n_children, n_vertices)."""
    cell = reference_cell(full)
    if cell.is_simplex:
        return np.array(_TRIANGLES if cell.dim == 2 else _TETRAHEDRA)
    corners = cell.nodes[: cell.n_vertices]
    places = (corners[:, None, :] + corners[None, :, :]) / 2.0
    distance = np.abs(places[:, :, None, :] - cell.nodes).sum(axis=-1)
    return np.argmin(distance, axis=2)


@cache
def _child_sides(full: str) -> tuple[NDArray[np.int64], ...]:
    """For each side of the parent: (child, side of the child) pairs lying on it."""
    cell = reference_cell(full)
    linear = reference_cell(cell.linear)
    out = []
    for parent_side in cell.sides:
        on_side = set(parent_side.nodes)
        pairs = [
            (child, side)
            for child, vertices in enumerate(children(full))
            for side, where in enumerate(linear.sides)
            if on_side.issuperset(vertices[list(where.nodes)].tolist())
        ]
        out.append(np.array(pairs))
    return tuple(out)


def _inherited_sides(mesh: Mesh) -> dict[int, SideSet]:
    offsets = mesh.block_offsets
    full = [reference_cell(block.cell_type).full for block in mesh.blocks]
    counts = [len(children(name)) for name in full]
    starts = np.cumsum([0, *(len(block) * n for block, n in zip(mesh.blocks, counts, strict=True))])
    out = {}
    for number, old in mesh.sidesets.items():
        parts = [np.empty((0, 2), dtype=np.int64)]
        for b, name in enumerate(full):
            inside = (old.cells >= offsets[b]) & (old.cells < offsets[b + 1])
            for side, pairs in enumerate(_child_sides(name)):
                local = old.cells[inside & (old.sides == side)] - offsets[b]
                cells = starts[b] + counts[b] * local[:, None] + pairs[:, 0]
                on = np.broadcast_to(pairs[:, 1], cells.shape)
                parts.append(np.stack([cells, on], axis=-1).reshape(-1, 2))
        rows = np.concatenate(parts)
        rows = rows[np.lexsort((rows[:, 1], rows[:, 0]))]
        out[number] = SideSet(rows[:, 0], rows[:, 1])
    return out
