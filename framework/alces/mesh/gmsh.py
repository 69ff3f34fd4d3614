"""Reader for Gmsh files (.msh 2.2 and 4.1), by way of meshio."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from alces.mesh.errors import MeshError
from alces.mesh.faces import side_table
from alces.mesh.mesh import CellBlock, IntArray, Mesh, SideSet
from alces.mesh.reference_cell import reference_cell
from alces.mesh.unique import unique_rows

_TYPES = {
    "vertex": "POINT", "line": "EDGE2", "line3": "EDGE3", "triangle": "TRI3", "triangle6": "TRI6",
    "quad": "QUAD4", "quad8": "QUAD8", "quad9": "QUAD9", "tetra": "TET4", "tetra10": "TET10",
    "hexahedron": "HEX8", "hexahedron20": "HEX20", "hexahedron27": "HEX27",
}  # fmt: skip


def read_gmsh(path: str) -> Mesh:
    """Read a Gmsh mesh. Physical groups of the cells become subdomains, those one dimension lower side sets
    and node sets, physical points node sets; ids and names are the file's. Cells without a physical group are
    in subdomain 0.

    A lower-dimensional group between two cells gives a side of each. Nodes that belong to no cell are
    dropped. Raises MeshError if the file is missing, cannot be read, or holds an unsupported cell type.
    """
    import meshio  # lazy: slow to import

    if not os.path.isfile(path):
        raise MeshError(f"mesh file '{path}' not found")
    try:
        return _converted(path, meshio.gmsh.read(path))
    except MeshError:
        raise
    except Exception as error:  # meshio lets any error of its parsers through
        told = f"{type(error).__name__}: {error}"
        raise MeshError(f"mesh file '{path}' cannot be read as a Gmsh file ({told})") from None


def _converted(path: str, data: Any) -> Mesh:
    groups = _groups(path, data)
    if not groups:
        raise MeshError(f"mesh file '{path}' holds no cells")
    dim = max(reference_cell(block.cell_type).dim for block in groups)
    names = {(int(d), int(i)): name for name, (i, d) in data.field_data.items()}
    blocks = [block for block in groups if reference_cell(block.cell_type).dim == dim]
    points = np.zeros((len(data.points), 3))
    points[:, : data.points.shape[1]] = data.points
    for block in groups:
        used = block.cells
        if used.min() < 0 or used.max() >= len(points):
            group = f"physical group {block.subdomain}"
            raise MeshError(f"mesh file '{path}': {group} refers to nodes that do not exist")
        if not np.isfinite(points[used]).all():
            raise MeshError(f"mesh file '{path}': a node has coordinates that are no finite numbers")
    mesh = Mesh(points, dim, blocks, subdomain_names=_chosen(names, dim, (b.subdomain for b in blocks)))

    sidesets: dict[int, SideSet] = {}
    lower = [b for b in groups if reference_cell(b.cell_type).dim == dim - 1 and b.subdomain != 0]
    for number in sorted({block.subdomain for block in lower}):
        sidesets[number] = _matching_sides(path, mesh, number, [b for b in lower if b.subdomain == number])
    nodesets = {number: mesh.side_nodes(sideset) for number, sideset in sidesets.items()}
    nodeset_names = _chosen(names, dim - 1, sidesets)
    for block in groups:
        if block.cell_type == "POINT" and dim > 1 and block.subdomain not in (0, *sidesets):
            old = nodesets.get(block.subdomain, np.empty(0, dtype=np.int64))
            nodesets[block.subdomain] = np.union1d(old, block.cells.ravel())
            nodeset_names.update(_chosen(names, 0, [block.subdomain]))
    return _without_orphans(
        replace(
            mesh,
            sidesets=sidesets,
            sideset_names=_chosen(names, dim - 1, sidesets),
            nodesets=nodesets,
            nodeset_names=nodeset_names,
        )
    )


def _groups(path: str, data: Any) -> list[CellBlock]:
    """All cells of the file, joined by cell type and physical group, in Exodus node order."""
    tags = data.cell_data.get("gmsh:physical", [np.zeros(len(b.data), dtype=np.int64) for b in data.cells])
    found: dict[tuple[int, str], list[IntArray]] = {}
    for block, tag in zip(data.cells, tags, strict=True):
        if block.type not in _TYPES:
            known = ", ".join(_TYPES)
            raise MeshError(f"mesh file '{path}': cells '{block.type}' are not supported; supported: {known}")
        cell_type = _TYPES[block.type]
        cells = np.asarray(block.data, dtype=np.int64)[:, _from_vtk(cell_type)]
        for number in np.unique(tag):
            found.setdefault((int(number), cell_type), []).append(cells[tag == number])
    return [CellBlock(kind, number, np.concatenate(parts)) for (number, kind), parts in sorted(found.items())]


@cache
def _from_vtk(cell_type: str) -> NDArray[np.int64]:
    """Column of meshio's (VTK's) node order for each node in Exodus order (HEX20 and HEX27 differ)."""
    order = np.arange(reference_cell(cell_type).n_nodes)
    if cell_type in ("HEX20", "HEX27"):  # VTK lists the upper edges before the upright ones
        order[12:16], order[16:20] = np.arange(16, 20), np.arange(12, 16)
    if cell_type == "HEX27":  # VTK: faces x-, x+, y-, y+, z-, z+, then the centre
        order[20:] = [26, 24, 25, 20, 21, 22, 23]
    return order


def _matching_sides(path: str, mesh: Mesh, number: int, blocks: list[CellBlock]) -> SideSet:
    """The sides of the mesh's cells that have the same vertices as the given lower-dimensional cells."""
    table = side_table(mesh)
    wanted = [np.empty((0, 4), dtype=np.int64)]
    for block in blocks:
        n_vertices = reference_cell(block.cell_type).n_vertices
        keys = np.full((len(block), 4), -1, dtype=np.int64)
        keys[:, :n_vertices] = block.cells[:, :n_vertices]
        wanted.append(np.sort(keys, axis=1))
    faces = np.concatenate(wanted)
    face_number = unique_rows(np.concatenate([table.vertices, faces]) + 1)[1]
    of_sides, of_faces = face_number[: len(table.cells)], face_number[len(table.cells) :]
    if not np.isin(of_faces, of_sides).all():
        raise MeshError(f"mesh file '{path}': physical group {number} holds faces that belong to no cell")
    rows = np.flatnonzero(np.isin(of_sides, of_faces))
    return table.pick(rows[np.lexsort((table.sides[rows], table.cells[rows]))])


def _chosen(names: dict[tuple[int, int], str], dim: int, ids: Any) -> dict[int, str]:
    return {i: names[dim, i] for i in sorted(set(ids)) if (dim, i) in names}


def _without_orphans(mesh: Mesh) -> Mesh:
    used = np.unique(np.concatenate([block.cells.ravel() for block in mesh.blocks]))
    renumber = np.full(mesh.n_nodes, -1, dtype=np.int64)
    renumber[used] = np.arange(len(used))
    blocks = [CellBlock(b.cell_type, b.subdomain, renumber[b.cells]) for b in mesh.blocks]
    nodesets = {number: renumber[nodes] for number, nodes in mesh.nodesets.items()}
    nodesets = {number: nodes[nodes >= 0] for number, nodes in nodesets.items()}
    return replace(mesh, points=mesh.points[used], blocks=blocks, nodesets=nodesets)
