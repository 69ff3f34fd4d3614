"""Quadrature on the sides of a reference cell."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from alces.fe.quadrature import gauss
from alces.mesh.reference_cell import reference_cell


@cache
def side_rule(
    cell_type: str, side: int, order: int
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Points, weights and tangents of a rule on local side `side` (0-based, Exodus order).

    Points (nq, dim) are in the cell's reference coordinates xi; weights (nq,) belong to the side's own
    reference cell (edge [-1, 1], quadrilateral [-1, 1]^2, unit triangle; 1 for a point); tangents (nq, dim,
    dim - 1) are d(xi)/d(side coordinate). The outward normal is the tangent turned clockwise in 2-D and the
    product tangent 0 x tangent 1 in 3-D. The arrays are shared and read-only. Raises IndexError for an
    unknown side.
    """
    cell = reference_cell(cell_type)
    if not 0 <= side < len(cell.sides):
        raise IndexError(f"{cell_type} has sides 0 to {len(cell.sides) - 1}, not {side}")
    where = cell.sides[side]
    face = reference_cell(where.cell_type)
    s, weights = gauss(where.cell_type, order)
    corners = cell.nodes[list(where.nodes)]
    points = face.shape(s) @ corners
    tangents = np.einsum("qns,nd->qds", face.shape_gradient(s), corners)
    points.flags.writeable = False
    tangents.flags.writeable = False
    return points, weights, tangents
