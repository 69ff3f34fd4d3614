"""What writers need to know of a mesh beyond its arrays: corners of cells, and the axes it uses."""

from __future__ import annotations

from typing import Any

import numpy as np

# Corner count of each cell type; Exodus order lists the corners first.
CORNERS = {
    "EDGE2": 2, "EDGE3": 2,
    "TRI3": 3, "TRI6": 3,
    "QUAD4": 4, "QUAD8": 4, "QUAD9": 4,
    "TET4": 4, "TET10": 4,
    "HEX8": 8, "HEX20": 8, "HEX27": 8,
}  # fmt: skip


def used_axes(mesh: Any) -> int:
    """How many of x, y, z are needed: the mesh dimension, or more where it is embedded in space."""
    varying = [axis + 1 for axis in range(3) if np.any(mesh.points[:, axis] != mesh.points[0, axis])]
    return max([mesh.dim, *varying])


def centroids(mesh: Any) -> np.ndarray:
    """(ncell, 3) mean of the corners of each cell, in global cell order."""
    return np.concatenate(
        [mesh.points[block.cells[:, : CORNERS[block.cell_type]]].mean(axis=1) for block in mesh.blocks]
    )


def padded(tables: list[np.ndarray], fill: int = -1) -> np.ndarray:
    """Stack connectivity tables of different widths into one, filling the short rows on the right."""
    width = max(table.shape[1] for table in tables)
    return np.concatenate(
        [np.pad(table, ((0, 0), (0, width - table.shape[1])), constant_values=fill) for table in tables]
    )
