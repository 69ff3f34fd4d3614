"""Outward normals of sides, and patches of sides whose normals turn slowly."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse import csgraph

from alces.mesh.faces import faces
from alces.mesh.mesh import Mesh, SideSet
from alces.mesh.reference_cell import reference_cell

FloatArray = NDArray[np.float64]


def side_normals(mesh: Mesh, sides: SideSet) -> FloatArray:
    """Outward unit normals (n, 3) of sides, taken as flat through their vertices."""
    normals = np.zeros((len(sides), 3))
    for block, first in zip(mesh.blocks, mesh.block_offsets[:-1], strict=True):
        cell = reference_cell(block.cell_type)
        inside = (sides.cells >= first) & (sides.cells < first + len(block))
        for number, side in enumerate(cell.sides):
            rows = np.flatnonzero(inside & (sides.sides == number))
            cells = block.cells[sides.cells[rows] - first]
            corners = mesh.points[cells[:, list(side.nodes[: reference_cell(side.cell_type).n_vertices])]]
            outward = corners.mean(axis=1) - mesh.points[cells[:, : cell.n_vertices]].mean(axis=1)
            normals[rows] = _across(corners, outward)
    return normals / np.linalg.norm(normals, axis=1, keepdims=True)


def _across(corners: FloatArray, outward: FloatArray) -> FloatArray:
    """Vectors across sides with these corners (n, corner, 3), pointing along `outward` (n, 3)."""
    if corners.shape[1] == 1:
        return outward
    if corners.shape[1] == 2:
        along = corners[:, 1] - corners[:, 0]
        part = (outward * along).sum(axis=1) / (along * along).sum(axis=1)
        return outward - part[:, None] * along
    turned = np.cross(corners[:, 2] - corners[:, 0], corners[:, -1] - corners[:, 1])
    return turned * np.sign((turned * outward).sum(axis=1))[:, None]


def with_normal(normals: FloatArray, wanted: FloatArray, tolerance: float) -> NDArray[np.bool_]:
    """Which normals (n, 3) are those wanted, a vector (3,) or (n, 3): ``|1 - n . wanted| <= tolerance``."""
    return np.abs(1.0 - (normals * wanted).sum(axis=1)) <= tolerance


def smooth_patches(mesh: Mesh, sides: SideSet, normals: FloatArray, tolerance: float) -> NDArray[np.int64]:
    """Number of the patch of each side (n,): patches grow from cell to neighbouring cell as long as the
    normals of the two sides are the same up to the tolerance."""
    n = len(sides)
    of_cell = sparse.csr_matrix(
        (np.ones(n, dtype=np.int8), (np.arange(n), sides.cells)), shape=(n, mesh.n_cells)
    )
    shared = faces(mesh)
    pairs = (shared.first.cells, shared.second.cells)
    neighbours = sparse.coo_matrix((np.ones(len(shared.first)), pairs), shape=(mesh.n_cells,) * 2).tocsr()
    near = (of_cell @ neighbours @ of_cell.T).tocoo()
    same = with_normal(normals[near.row], normals[near.col], tolerance)
    joined = sparse.coo_matrix((np.ones(same.sum()), (near.row[same], near.col[same])), shape=(n, n))
    return csgraph.connected_components(joined, directed=False)[1].astype(np.int64)
