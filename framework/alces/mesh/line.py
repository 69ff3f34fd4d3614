"""Which cells a straight line crosses."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from alces.mesh.mesh import Mesh, SideSet
from alces.mesh.reference_cell import reference_cell
from alces.mesh.side_normals import side_normals

_TOUCH = 1e-10  # part of a cell's size up to which a line beside it still crosses it
_NEAR = 1e-6  # the same for a line off the cell's plane


def cells_on_line(mesh: Mesh, start: Sequence[float], end: Sequence[float]) -> NDArray[np.bool_]:
    """Whether each cell (n_cells,) has a piece of the segment in it or on its surface.

    Cells are taken as convex with flat sides: what is left of the segment within the planes of all sides, and
    for lines and areas near their own line or plane.
    """
    crossed = []
    a, along = np.asarray(start, dtype=float), np.subtract(end, start).astype(float)
    for block, first in zip(mesh.blocks, mesh.block_offsets[:-1], strict=True):
        cell = reference_cell(block.cell_type)
        corners = mesh.points[block.cells[:, : cell.n_vertices]]
        size = np.ptp(corners, axis=1).max(axis=1)
        low, high = np.zeros(len(block)), np.ones(len(block))
        kept = np.ones(len(block), dtype=bool)
        rows = first + np.arange(len(block))
        for number, side in enumerate(cell.sides):
            normals = side_normals(mesh, SideSet(rows, np.full(len(block), number)))
            inside = ((mesh.points[block.cells[:, side.nodes[0]]] - a) * normals).sum(axis=1) + _TOUCH * size
            speed = normals @ along
            with np.errstate(divide="ignore", invalid="ignore"):
                reach = inside / speed
            flat = np.abs(speed) <= _TOUCH * np.linalg.norm(along)
            high = np.where(~flat & (speed > 0), np.minimum(high, reach), high)
            low = np.where(~flat & (speed < 0), np.maximum(low, reach), low)
            kept &= ~flat | (inside >= 0.0)
        # off the line or plane of the cells the segment is at w0 + t w1; it meets them where that is zero
        span = np.swapaxes(corners[:, 1:] - corners[:, :1], 1, 2)
        off = np.eye(3) - span @ np.linalg.pinv(span)
        w0, w1 = np.einsum("nij,nj->ni", off, a - corners[:, 0]), off @ along
        speed = np.linalg.norm(w1, axis=1)
        across = speed > _TOUCH * np.linalg.norm(along)
        meet = np.where(across, -(w0 * w1).sum(axis=1) / np.where(across, speed, 1.0) ** 2, 0.0)
        kept &= np.linalg.norm(w0 + meet[:, None] * w1, axis=1) <= _NEAR * size
        kept &= np.where(across, (low <= meet) & (meet <= high), low <= high)
        crossed.append(kept)
    return np.concatenate(crossed)
