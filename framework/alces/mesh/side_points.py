"""Which sides hold a point."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from alces.mesh.mesh import Mesh, SideSet
from alces.mesh.reference_cell import reference_cell

_CLOSE = 1e-6  # distance, relative to the size of the side, up to which a point lies on it


def sides_at(mesh: Mesh, sides: SideSet, point: Sequence[float]) -> NDArray[np.bool_]:
    """Which sides (n,) hold a point; sides are taken as flat through their vertices."""
    found = np.zeros(len(sides), dtype=bool)
    target = np.asarray(point, dtype=float)
    for block, first in zip(mesh.blocks, mesh.block_offsets[:-1], strict=True):
        inside = (sides.cells >= first) & (sides.cells < first + len(block))
        for number, side in enumerate(reference_cell(block.cell_type).sides):
            rows = np.flatnonzero(inside & (sides.sides == number))
            vertices = list(side.nodes[: reference_cell(side.cell_type).n_vertices])
            corners = mesh.points[block.cells[sides.cells[rows] - first][:, vertices]]
            for k in range(max(1, len(vertices) - 2)):  # a quadrilateral is two triangles
                simplex = corners if len(vertices) < 3 else corners[:, [0, k + 1, k + 2]]
                found[rows] |= _holds(simplex, target)
    return found


def _holds(corners: NDArray[np.float64], target: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether points, segments or triangles with these corners (n, corner, 3) hold a point."""
    origin = corners[:, 0]
    axes = np.swapaxes(corners[:, 1:] - origin[:, None], 1, 2)
    away = target - origin
    if axes.shape[2] == 0:
        return np.linalg.norm(away, axis=1) <= _CLOSE * max(1.0, np.abs(target).max())
    weights = np.einsum("nki,ni->nk", np.linalg.pinv(axes), away)
    miss = np.linalg.norm(away - np.einsum("nik,nk->ni", axes, weights), axis=1)
    size = np.linalg.norm(axes, axis=1).max(axis=1)
    return (
        (miss <= _CLOSE * size) & (weights >= -_CLOSE).all(axis=1) & (weights.sum(axis=1) <= 1.0 + _CLOSE)
    )
