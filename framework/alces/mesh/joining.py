"""Several meshes as one, side by side or sewn together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from alces.mesh.errors import MeshError
from alces.mesh.mesh import CellBlock, IntArray, Mesh, SideSet
from alces.mesh.renaming import rename_boundaries
from alces.mesh.subdomains import with_subdomains

_CLOSE = 1e-8  # distance of nodes that become one, relative to the size of the mesh


def collect(meshes: Sequence[Mesh]) -> Mesh:
    """All meshes in one, none of their nodes joined; what has the same id is one subdomain or boundary."""
    points, blocks, node, cell = [], [], 0, 0
    sidesets: dict[int, list[SideSet]] = {}
    nodesets: dict[int, list[IntArray]] = {}
    for mesh in meshes:
        points.append(mesh.points)
        blocks += [CellBlock(b.cell_type, b.subdomain, b.cells + node) for b in mesh.blocks]
        for i, s in mesh.sidesets.items():
            sidesets.setdefault(i, []).append(SideSet(s.cells + cell, s.sides))
        for i, n in mesh.nodesets.items():
            nodesets.setdefault(i, []).append(n + node)
        node, cell = node + mesh.n_nodes, cell + mesh.n_cells
    whole = Mesh(
        np.concatenate(points), max(mesh.dim for mesh in meshes), blocks,
        _names([mesh.subdomain_names for mesh in meshes]),
        {i: SideSet(np.concatenate([s.cells for s in parts]), np.concatenate([s.sides for s in parts]))
         for i, parts in sorted(sidesets.items())},
        _names([mesh.sideset_names for mesh in meshes]),
        {i: np.concatenate(parts) for i, parts in sorted(nodesets.items())},
        _names([mesh.nodeset_names for mesh in meshes]),
    )  # fmt: skip
    return with_subdomains(whole, whole.cell_subdomains)


def stitch(
    meshes: Sequence[Mesh], pairs: Sequence[Sequence[str]], clear: bool = True, keep_apart: bool = True,
    merge_names: bool = True,
) -> Mesh:
    """The meshes sewn together: those nodes of pair k that are at the same place become one.

    pairs: for the second, third, ... mesh a boundary of what is there already and one of that mesh.
    clear: take the sewn boundaries away; keep_apart: where ids of boundaries collide, those of the mesh that
    is added are moved behind the largest id; merge_names: boundaries of one name then become one. Raises
    KeyError for an unknown boundary and MeshError if the nodes do not fit.
    """
    whole = meshes[0]
    for added, (here, there) in zip(meshes[1:], pairs, strict=True):
        first = whole.boundary_id(here)
        if keep_apart and {*whole.boundary_ids} & {*added.boundary_ids}:
            ids, behind = added.boundary_ids, max(whole.boundary_ids) + 1
            second = behind + ids.index(added.boundary_id(there))
            moved = {i: behind + k for k, i in enumerate(ids)}
            added = _renumbered(added, moved)
        else:
            second = added.boundary_id(there)
        whole = _sewn(whole, first, added, second, clear)
        if merge_names:
            whole = _merged_names(whole)
    return whole


def _sewn(whole: Mesh, first: int, added: Mesh, second: int, clear: bool) -> Mesh:
    from scipy.spatial import cKDTree

    mine, theirs = whole.boundary_nodes(first), added.boundary_nodes(second)
    size = float(np.ptp(whole.points, axis=0).max())
    distance, nearest = cKDTree(whole.points[mine]).query(added.points[theirs])
    close = distance <= _CLOSE * size
    if not close.any():
        raise MeshError(f"boundaries {first} and {second} have no nodes at the same places")
    both = collect([whole, added])
    number = np.arange(both.n_nodes)
    number[whole.n_nodes + theirs[close]] = mine[nearest[close]]
    kept = number == np.arange(both.n_nodes)
    number = (np.cumsum(kept) - 1)[number]
    sewn = replace(
        both, points=both.points[kept],
        blocks=[CellBlock(b.cell_type, b.subdomain, number[b.cells]) for b in both.blocks],
        nodesets={i: np.unique(number[nodes]) for i, nodes in both.nodesets.items()},
    )  # fmt: skip
    if not clear:
        return sewn
    gone = {first, second}
    return replace(
        sewn,
        sidesets={i: s for i, s in sewn.sidesets.items() if i not in gone},
        sideset_names={i: s for i, s in sewn.sideset_names.items() if i not in gone},
        nodesets={i: s for i, s in sewn.nodesets.items() if i not in gone},
        nodeset_names={i: s for i, s in sewn.nodeset_names.items() if i not in gone},
    )


def _renumbered(mesh: Mesh, moved: Mapping[int, int]) -> Mesh:
    return replace(
        mesh,
        sidesets={moved[i]: s for i, s in mesh.sidesets.items()},
        sideset_names={moved[i]: s for i, s in mesh.sideset_names.items()},
        nodesets={moved[i]: s for i, s in mesh.nodesets.items()},
        nodeset_names={moved[i]: s for i, s in mesh.nodeset_names.items()},
    )


def _merged_names(mesh: Mesh) -> Mesh:
    names = {**mesh.nodeset_names, **mesh.sideset_names}
    least = {name: min(i for i, n in names.items() if n == name) for name in set(names.values())}
    old = [i for i, name in names.items() if least[name] != i]
    return rename_boundaries(mesh, [str(i) for i in old], [str(least[names[i]]) for i in old])


def _names(tables: Sequence[Mapping[int, str]]) -> dict[int, str]:
    """The first name that each id has in the tables."""
    return {i: name for table in reversed(tables) for i, name in table.items()}
