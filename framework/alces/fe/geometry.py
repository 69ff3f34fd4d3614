"""Maps from reference cells to physical cells, at quadrature points."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy

_SAME = 1e-13  # relative spread below which a geometric factor counts as constant


@dataclass(frozen=True)
class Geometry:
    """Jacobian data of many cells at the points of one rule.

    Entries are a Python float where they are the same for all cells and points, (cell, 1) where they are the
    same at all points of a cell, else (cell, point); the float 0.0 marks a structural zero.

    Attributes:
        inverse: ``inverse[k][i] = d xi_k / d x_i``.
        measure: |det J| without the weight (on sides: the surface element).
        normal: outward unit normal components on sides, else None.
    """

    inverse: tuple[tuple[Any, ...], ...]
    measure: Any
    normal: tuple[Any, ...] | None = None


def simplest(a: numpy.ndarray, scale: float) -> Any:
    """An array (cell, point) as float, (cell, 1) or itself, whichever says the same."""
    if a.size == 0:
        return a
    low, high = a.min(), a.max()
    if max(abs(low), abs(high)) <= _SAME * scale:
        return 0.0
    if high - low <= _SAME * max(abs(low), abs(high)):
        return float(0.5 * (low + high))
    spread = a.max(axis=1) - a.min(axis=1)
    if spread.max() <= _SAME * scale:
        return numpy.ascontiguousarray(a[:, :1])
    return a


def jacobian(
    points: numpy.ndarray, cells: numpy.ndarray, gradients: list[numpy.ndarray]
) -> list[list[numpy.ndarray]]:
    """``J[i][k] = d x_i / d xi_k`` (cell, point), for i below the number of reference axes.

    Args:
        points: (node, 3) coordinates.
        cells: (cell, nnode).
        gradients: per reference axis k, shape derivatives (point, nnode).
    """
    dim = len(gradients)
    return [[points[:, i][cells] @ gradients[k].T for k in range(dim)] for i in range(dim)]


def cell_geometry(points: numpy.ndarray, cells: numpy.ndarray, gradients: list[numpy.ndarray]) -> Geometry:
    """Geometry of volume quadrature.

    Raises:
        ValueError: a cell is inverted or degenerate.
    """
    J = jacobian(points, cells, gradients)
    det, inverse = _invert(J)
    if det.size and det.min() <= 0:
        worst = int(numpy.argmin(det.min(axis=1)))
        raise ValueError(
            f"cell {worst} of {len(cells)} is inverted or degenerate "
            f"(its Jacobian determinant is {det.min():g})"
        )
    scale = max((float(numpy.abs(a).max()) for row in inverse for a in row if a.size), default=1.0)
    return Geometry(
        tuple(tuple(simplest(a, scale) for a in row) for row in inverse),
        simplest(det, float(det.max()) if det.size else 1.0),
    )


def side_geometry(
    points: numpy.ndarray,
    cells: numpy.ndarray,
    shape: numpy.ndarray,
    gradients: list[numpy.ndarray],
    tangents: numpy.ndarray,
) -> Geometry:
    """Geometry at the points of one local side of many cells.

    Args:
        shape: (point, nnode) shape values, gradients their reference derivatives.
        tangents: (point, dim, dim - 1) derivative of the cell's reference coordinates along the side's own.
    """
    dim = len(gradients)
    J = jacobian(points, cells, gradients)
    det, inverse = _invert(J)
    along = [
        [sum(J[i][k] * tangents[:, k, s] for k in range(dim)) for s in range(dim - 1)] for i in range(dim)
    ]
    if dim == 1:
        normal = [numpy.ones_like(det)]
    elif dim == 2:
        normal = [along[1][0], -along[0][0]]
    else:
        a, b = [along[i][0] for i in range(3)], [along[i][1] for i in range(3)]
        normal = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
    length = numpy.sqrt(sum(n * n for n in normal))
    centre = [points[:, i][cells].mean(axis=1)[:, None] for i in range(dim)]
    here = [points[:, i][cells] @ shape.T for i in range(dim)]
    outward = numpy.sign(sum((h - c) * n for h, c, n in zip(here, centre, normal, strict=True)))
    unit = tuple(outward * n / length for n in normal)
    scale = max(float(numpy.abs(a).max()) for row in inverse for a in row)
    return Geometry(
        tuple(tuple(simplest(a, scale) for a in row) for row in inverse),
        simplest(length, float(length.max())),
        tuple(simplest(n, 1.0) for n in unit),
    )


def _invert(J: list[list[numpy.ndarray]]) -> tuple[numpy.ndarray, list[list[numpy.ndarray]]]:
    """Determinant and inverse ``[k][i]`` of small matrices given entrywise."""
    dim = len(J)
    if dim == 1:
        return J[0][0], [[1.0 / J[0][0]]]
    if dim == 2:
        det = J[0][0] * J[1][1] - J[0][1] * J[1][0]
        return det, [[J[1][1] / det, -J[0][1] / det], [-J[1][0] / det, J[0][0] / det]]

    def cofactor(i: int, k: int) -> numpy.ndarray:
        r, s = [(1, 2), (2, 0), (0, 1)][i], [(1, 2), (2, 0), (0, 1)][k]
        return J[r[0]][s[0]] * J[r[1]][s[1]] - J[r[0]][s[1]] * J[r[1]][s[0]]

    det = sum(J[0][k] * cofactor(0, k) for k in range(3))
    return det, [[cofactor(i, k) / det for i in range(3)] for k in range(3)]
