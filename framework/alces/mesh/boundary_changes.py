"""Boundaries made from boundaries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from alces.mesh.boundaries import add_nodes, add_sides, pick
from alces.mesh.box import in_box
from alces.mesh.errors import MeshError
from alces.mesh.mesh import Mesh, SideSet
from alces.mesh.reference_cell import reference_cell
from alces.mesh.subdomains import centroids


def delete_boundaries(mesh: Mesh, names: Sequence[str], keep: bool = False) -> Mesh:
    """The mesh without the named boundaries, or with them only. Raises KeyError for an unknown one."""
    named = {mesh.boundary_id(name) for name in names}
    return replace(
        mesh,
        sidesets={i: s for i, s in mesh.sidesets.items() if (i in named) == keep},
        sideset_names={i: s for i, s in mesh.sideset_names.items() if (i in named) == keep},
        nodesets={i: s for i, s in mesh.nodesets.items() if (i in named) == keep},
        nodeset_names={i: s for i, s in mesh.nodeset_names.items() if (i in named) == keep},
    )


def nodesets_from_sidesets(mesh: Mesh) -> Mesh:
    """Every side set also a node set of the same id and name."""
    nodesets = {i: mesh.boundary_nodes(i) for i in mesh.boundary_ids}
    return replace(mesh, nodesets=nodesets, nodeset_names={**mesh.nodeset_names, **mesh.sideset_names})


def sidesets_from_nodesets(mesh: Mesh) -> Mesh:
    """Every node set also a side set, of the sides (inner ones seen from both cells) with all nodes in it."""
    for number, nodes in sorted(mesh.nodesets.items()):
        member = np.zeros(mesh.n_nodes, dtype=bool)
        member[nodes] = True
        cells, sides = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
        for block, first in zip(mesh.blocks, mesh.block_offsets[:-1], strict=True):
            for k, side in enumerate(reference_cell(block.cell_type).sides):
                rows = np.flatnonzero(member[block.cells[:, list(side.nodes)]].all(axis=1))
                cells.append(first + rows)
                sides.append(np.full(len(rows), k, dtype=np.int64))
        mesh = add_sides(mesh, number, SideSet(np.concatenate(cells), np.concatenate(sides)))
    return replace(mesh, sideset_names={**mesh.nodeset_names, **mesh.sideset_names})


def sidesets_in_box(
    mesh: Mesh, boundaries: Sequence[str], new_boundary: str, bottom_left: Sequence[float],
    top_right: Sequence[float], location: str = "INSIDE", overlap: bool = False,
) -> Mesh:
    """A new boundary of the parts of some boundaries in (or out of) a box.

    By default a side set of those sides of the boundaries whose cell has its centre there; with `overlap` a
    node set of the nodes there that are on all of the boundaries. Raises KeyError for an unknown boundary and
    MeshError if there is nothing.
    """
    ids = [mesh.boundary_id(name) for name in boundaries]
    where = f"boundary '{new_boundary}': no %s of boundaries {ids} is {location.lower()} the box"
    if overlap:
        near = in_box(mesh.points, bottom_left, top_right, location)
        nodes = np.flatnonzero(near)
        for number in ids:
            nodes = np.intersect1d(nodes, mesh.boundary_nodes(number))
        if len(nodes) == 0:
            raise MeshError(where % "common node")
        return add_nodes(mesh, new_boundary, nodes)
    near = in_box(centroids(mesh), bottom_left, top_right, location)
    found = [pick(s, near[s.cells]) for s in (mesh.sidesets[i] for i in ids if i in mesh.sidesets)]
    if not any(len(s) for s in found):
        raise MeshError(where % "side")
    sides = SideSet(np.concatenate([s.cells for s in found]), np.concatenate([s.sides for s in found]))
    return add_sides(mesh, new_boundary, sides)


def break_boundaries(mesh: Mesh, names: Sequence[str] = ()) -> Mesh:
    """For each side set (default: all) and each subdomain that it touches a side set
    ``<boundary>_to_<block>`` of the sides of this subdomain's cells. Raises KeyError for an unknown name."""
    ids = [mesh.boundary_id(name) for name in names] if names else sorted(mesh.sidesets)
    subdomains = mesh.cell_subdomains
    for number in (i for i in ids if i in mesh.sidesets):
        sides = mesh.sidesets[number]
        touched = subdomains[sides.cells]
        for subdomain in np.unique(touched).tolist():
            name = mesh.sideset_names.get(number, str(number))
            block = mesh.subdomain_names.get(subdomain, str(subdomain))
            mesh = add_sides(mesh, f"{name}_to_{block}", pick(sides, touched == subdomain))
    return mesh
