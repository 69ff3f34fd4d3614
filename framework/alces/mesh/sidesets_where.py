"""Side sets of the sides whose centres fulfil a condition."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from alces.mesh.boundaries import Painter, add_sides, pick
from alces.mesh.errors import MeshError
from alces.mesh.mesh import Mesh, SideSet
from alces.mesh.reference_cell import reference_cell
from alces.mesh.side_choice import choose_sides


def sidesets_where(
    mesh: Mesh,
    condition: Callable[[NDArray[np.float64]], NDArray[np.bool_]],
    new_boundary: str | int,
    sides: SideSet | None = None,
    paint: Painter = add_sides,
) -> Mesh:
    """Make a side set of the sides at whose centres, the means (n, 3) of their vertices, a condition holds.

    sides: those that are looked at; default: all, inner ones from both cells. Raises MeshError if no side is
    found.
    """
    sides = choose_sides(mesh) if sides is None else sides
    chosen = condition(_centres(mesh, sides))
    if not chosen.any():
        raise MeshError(f"boundary '{new_boundary}': no side fulfils the condition")
    return paint(mesh, new_boundary, pick(sides, chosen))


def _centres(mesh: Mesh, sides: SideSet) -> NDArray[np.float64]:
    centres = np.zeros((len(sides), 3))
    for block, first in zip(mesh.blocks, mesh.block_offsets[:-1], strict=True):
        inside = (sides.cells >= first) & (sides.cells < first + len(block))
        for number, side in enumerate(reference_cell(block.cell_type).sides):
            rows = np.flatnonzero(inside & (sides.sides == number))
            vertices = list(side.nodes[: reference_cell(side.cell_type).n_vertices])
            centres[rows] = mesh.points[block.cells[sides.cells[rows] - first][:, vertices]].mean(axis=1)
    return centres
