"""Taking cells out of a mesh."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from alces.mesh.boundaries import add_sides
from alces.mesh.errors import MeshError
from alces.mesh.faces import faces
from alces.mesh.mesh import CellBlock, Mesh, SideSet


def delete_subdomains(mesh: Mesh, names: Iterable[str | int], new_boundary: str | int = "") -> Mesh:
    """The mesh without the cells of these subdomains, nor the nodes and sides that only they have.

    With `new_boundary` the sides that become free form a boundary. Raises KeyError for an unknown subdomain
    and MeshError if nothing would be left.
    """
    unwanted = [mesh.subdomain_id(name) for name in names]
    kept = ~np.isin(mesh.cell_subdomains, unwanted)
    if not kept.any():
        raise MeshError("no cell would be left")
    exposed = _exposed(mesh, kept)
    number = np.cumsum(kept) - 1
    blocks = [block for block in mesh.blocks if block.subdomain not in unwanted]
    used = np.unique(np.concatenate([block.cells.ravel() for block in blocks]))
    node = np.full(mesh.n_nodes, -1, dtype=np.int64)
    node[used] = np.arange(len(used))
    sidesets = {}
    for key, old in mesh.sidesets.items():
        stays = kept[old.cells]
        sidesets[key] = SideSet(number[old.cells[stays]], old.sides[stays])
    nodesets = {key: node[nodes][node[nodes] >= 0] for key, nodes in mesh.nodesets.items()}
    smaller = replace(
        mesh, points=mesh.points[used],
        blocks=[CellBlock(b.cell_type, b.subdomain, node[b.cells]) for b in blocks],
        subdomain_names={k: n for k, n in mesh.subdomain_names.items() if k not in unwanted},
        sidesets=sidesets, nodesets=nodesets,
    )
    if new_boundary == "":
        return smaller
    return add_sides(smaller, new_boundary, SideSet(number[exposed.cells], exposed.sides))


def _exposed(mesh: Mesh, kept: np.ndarray) -> SideSet:
    """Sides of cells that stay, shared with cells that go."""
    shared = faces(mesh)
    cells, sides = [], []
    for mine, other in ((shared.first, shared.second), (shared.second, shared.first)):
        chosen = kept[mine.cells] & ~kept[other.cells]
        cells.append(mine.cells[chosen])
        sides.append(mine.sides[chosen])
    return SideSet(np.concatenate(cells), np.concatenate(sides))
