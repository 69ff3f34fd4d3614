"""Quadrature on the reference cells."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from alces.fe.simplex_rules import TETRAHEDRON, TRIANGLE, Orbit, expand
from alces.mesh.reference_cell import reference_cell

Rule = tuple[NDArray[np.float64], NDArray[np.float64]]


@cache
def gauss(cell_type: str, order: int) -> Rule:
    """Points (nq, dim) and weights (nq,) of a positive rule inside the reference cell.

    Edges, quadrilaterals and hexahedra: the least tensor Gauss-Legendre rule exact to degree `order` in every
    direction. Triangles and tetrahedra: exact to total degree `order`, symmetric where tabulated (triangles
    to 8, tetrahedra to 6), above that the collapsed Gauss-Jacobi rule. The arrays are shared and read-only.
    Raises KeyError for an unknown cell type and ValueError for a negative order.
    """
    if order < 0:
        raise ValueError(f"quadrature order must not be negative, got {order}")
    cell = reference_cell(cell_type)
    points, weights = _simplex(cell.dim, order) if cell.is_simplex else _tensor(cell.dim, order)
    points.flags.writeable = False
    weights.flags.writeable = False
    return points, weights


def _tensor(dim: int, order: int) -> Rule:
    x, w = np.polynomial.legendre.leggauss(order // 2 + 1)
    if dim == 0:
        return np.zeros((1, 0)), np.ones(1)
    points = np.stack([g.ravel(order="F") for g in np.meshgrid(*[x] * dim, indexing="ij")], axis=1)
    weights = np.prod([g.ravel(order="F") for g in np.meshgrid(*[w] * dim, indexing="ij")], axis=0)
    return points, weights


def _simplex(dim: int, order: int) -> Rule:
    table: dict[int, tuple[Orbit, ...]] = TRIANGLE if dim == 2 else TETRAHEDRON
    degrees = [degree for degree in table if degree >= order]
    return expand(dim, table[min(degrees)]) if degrees else _collapsed(dim, order)


def _collapsed(dim: int, order: int) -> Rule:
    """Gauss rule of the square or cube collapsed onto the simplex (Stroud conical product).

    A.H. Stroud, "Approximate calculation of multiple integrals", 1971, section 2.4.
    """
    from scipy.special import roots_sh_jacobi  # lazy: slow to import and rarely needed

    # Axis k carries the weight (1 - x)^(dim - 1 - k) left by the collapse.
    rules = [roots_sh_jacobi(order // 2 + 1, power + 1, 1) for power in range(dim - 1, -1, -1)]
    grids = np.meshgrid(*[r[0] for r in rules], indexing="ij")
    weights = np.prod(np.meshgrid(*[r[1] for r in rules], indexing="ij"), axis=0).ravel()
    points = np.empty((weights.size, dim))
    left = np.ones(weights.size)
    for axis, grid in enumerate(grids):
        points[:, axis] = left * grid.ravel()
        left = left * (1.0 - grid.ravel())
    return points, weights
