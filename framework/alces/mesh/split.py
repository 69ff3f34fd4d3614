"""Splitting of quadrilaterals into triangles and of hexahedra into tetrahedra."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from alces.mesh.mesh import CellBlock, Mesh, SideSet
from alces.mesh.reference_cell import reference_cell
from alces.mesh.second_order import order_second

_TRIANGLES = np.array([[0, 1, 2], [0, 2, 3]])
# (triangle, local side of it) for each side of the quadrilateral
_TRIANGLE_OF_SIDE = np.array([[0, 0], [0, 1], [1, 1], [1, 2]])


def diagonal_triangles(mesh: Mesh) -> Mesh:
    """Split every QUAD4 into two TRI3 along the diagonal from its first to its third node."""
    blocks = [
        CellBlock("TRI3", block.subdomain, block.cells[:, _TRIANGLES].reshape(-1, 3)) for block in mesh.blocks
    ]
    sidesets = {}
    for number, old in mesh.sidesets.items():
        child, side = _TRIANGLE_OF_SIDE[old.sides].T
        sidesets[number] = SideSet(2 * old.cells + child, side)
    return replace(mesh, blocks=blocks, sidesets=sidesets)


def pyramid_tetrahedra(mesh: Mesh) -> Mesh:
    """Split every HEX8 into 24 TET4: each edge of each face with the face's centre and the cell's centre.

    The split is the same seen from both cells that share a face, so the mesh conforms. The tetrahedra of face
    f of a cell are its children 4 f to 4 f + 3; the part of the hexahedron's face is always the fourth side
    of a child.
    """
    hexahedron = reference_cell("HEX27")
    children = []
    for face in hexahedron.sides:
        corners, face_centre = face.nodes[:4], face.nodes[8]
        # seen from outside the corners turn anticlockwise; the base of a tetrahedron turns so seen from its
        # apex
        children += [(corners[(k + 1) % 4], corners[k], face_centre, 20) for k in range(4)]
    table = np.array(children)
    full = order_second(mesh)
    keep = np.concatenate([np.arange(8), np.arange(20, 27)])
    used = np.unique(np.concatenate([block.cells[:, keep].ravel() for block in full.blocks]))
    renumber = np.full(full.n_nodes, -1, dtype=np.int64)
    renumber[used] = np.arange(len(used))
    blocks = [
        CellBlock("TET4", block.subdomain, renumber[block.cells[:, table]].reshape(-1, 4))
        for block in full.blocks
    ]
    sidesets = {
        number: SideSet(
            (24 * old.cells[:, None] + 4 * old.sides[:, None] + np.arange(4)).ravel(),
            np.full(4 * len(old), 3, dtype=np.int64),
        )
        for number, old in mesh.sidesets.items()
    }
    nodesets = {number: renumber[nodes] for number, nodes in full.nodesets.items()}
    nodesets = {number: nodes[nodes >= 0] for number, nodes in nodesets.items()}
    return replace(full, points=full.points[used], blocks=blocks, sidesets=sidesets, nodesets=nodesets)
