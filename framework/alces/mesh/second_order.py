"""Second-order meshes from first-order ones."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from alces.mesh.budget import require_memory
from alces.mesh.errors import MeshError
from alces.mesh.mesh import CellBlock, Mesh
from alces.mesh.reference_cell import reference_cell
from alces.mesh.unique import unique_rows

_SERENDIPITY = {"QUAD4": "QUAD8", "HEX8": "HEX20"}


def order_second(mesh: Mesh, full: bool = True) -> Mesh:
    """The mesh with nodes added at the middle of edges and, if `full`, the centres of faces and cells.

    full: QUAD9 and HEX27 (as MOOSE's `second_order = true`), else QUAD8 and HEX20. The old nodes keep their
    numbers; side sets are unchanged; a new node joins a node set if it lies on a side of the side set of the
    same id or, where there is none, if all vertices it lies between are in the node set. A mesh that is
    second-order already is returned as it is. Raises MeshError for a mesh of mixed order.
    """
    orders = {reference_cell(block.cell_type).order for block in mesh.blocks}
    if orders == {2}:
        return mesh
    if len(orders) > 1:
        raise MeshError("the mesh mixes first- and second-order cells: it cannot be made second-order")

    types = [_second_order_type(block.cell_type, full) for block in mesh.blocks]
    for block, cell_type in zip(mesh.blocks, types, strict=True):
        require_memory(len(block), cell_type)
    supports = _added_supports(mesh, types)
    columns: list[list[NDArray[np.int64]]] = [[block.cells] for block in mesh.blocks]
    points = [mesh.points]
    parents: list[NDArray[np.int64]] = []  # vertices of the new nodes, one array per support length
    n_nodes = mesh.n_nodes
    for length in sorted({rows.shape[2] for group in supports for rows in group}):
        chosen = [(b, rows) for b, group in enumerate(supports) for rows in group if rows.shape[2] == length]
        stacked = np.concatenate([rows.reshape(-1, length) for _, rows in chosen])
        first, number = unique_rows(np.sort(stacked, axis=1))
        start = 0
        for b, rows in chosen:
            size = rows.shape[0] * rows.shape[1]
            columns[b].append((n_nodes + number[start : start + size]).reshape(rows.shape[:2]))
            start += size
        vertices = stacked[first]
        points.append(mesh.points[vertices].mean(axis=1))
        parents.append(vertices)
        n_nodes += len(first)

    blocks = [
        CellBlock(cell_type, block.subdomain, _ordered(cell_type, parts))
        for cell_type, block, parts in zip(types, mesh.blocks, columns, strict=True)
    ]
    finer = replace(mesh, points=np.concatenate(points), blocks=blocks)
    return replace(finer, nodesets=_grown_nodesets(mesh, finer, parents))


def _second_order_type(cell_type: str, full: bool) -> str:
    complete = reference_cell(cell_type).full
    return complete if full else _SERENDIPITY.get(cell_type, complete)


def _lengths(cell_type: str) -> list[int]:
    """Number of vertices behind each node that is not a vertex."""
    cell = reference_cell(cell_type)
    return [len(support) for support in cell.supports[cell.n_vertices :]]


def _added_supports(mesh: Mesh, types: list[str]) -> list[list[NDArray[np.int64]]]:
    """For each block, and each support length ascending: global vertices (ncell, new nodes, length)."""
    out = []
    for block, cell_type in zip(mesh.blocks, types, strict=True):
        extra = reference_cell(cell_type).supports[reference_cell(cell_type).n_vertices :]
        lengths = sorted(set(_lengths(cell_type)))
        out.append([block.cells[:, np.array([s for s in extra if len(s) == n])] for n in lengths])
    return out


def _ordered(cell_type: str, parts: list[NDArray[np.int64]]) -> NDArray[np.int64]:
    """Bring the columns (vertices, then new nodes by ascending support length) into Exodus node order."""
    lengths = np.array(_lengths(cell_type))
    n_vertices = parts[0].shape[1]
    made = np.concatenate([np.arange(n_vertices), n_vertices + np.argsort(lengths, kind="stable")])
    cells = np.empty((len(parts[0]), n_vertices + len(lengths)), dtype=np.int64)
    cells[:, made] = np.concatenate(parts, axis=1)
    return cells


def _grown_nodesets(
    mesh: Mesh, finer: Mesh, parents: list[NDArray[np.int64]]
) -> dict[int, NDArray[np.int64]]:
    out = {}
    for number, nodes in mesh.nodesets.items():
        grown = [nodes]
        if number in mesh.sidesets:
            grown.append(finer.side_nodes(finer.sidesets[number]))
        else:
            member = np.zeros(mesh.n_nodes, dtype=bool)
            member[nodes] = True
            inside = np.concatenate([member[vertices].all(axis=1) for vertices in parents])
            grown.append(mesh.n_nodes + np.flatnonzero(inside))
        out[number] = np.unique(np.concatenate(grown))
    return out
