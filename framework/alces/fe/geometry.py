"""Maps from reference cells to physical cells, at quadrature points."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy

from alces.mesh.errors import MeshError

_SAME = 1e-13  # relative spread below which a geometric factor counts as constant, coordinates being exact
_EPSILON = 2.3e-16


@dataclass(frozen=True)
class Geometry:
    """Jacobian data of many cells at the points of one rule.

    Entries are a Python float where they are the same for all cells and points, (cell, 1) where they are the
    same at all points of a cell, else (cell, point); the float 0.0 marks a structural zero.

    Attributes:
        inverse: ``inverse[k][i] = d xi_k / d x_i``.
        measure: |det J| without the weight (on sides: the surface element).

    Where cells have fewer reference axes than the space around them (trusses, a 2-D mesh in the x-z plane),
    the inverse is the pseudo-inverse, and gradients are those along the cell.
        normal: outward unit normal components on sides, else None.
    """

    inverse: tuple[tuple[Any, ...], ...]
    measure: Any
    normal: tuple[Any, ...] | None = None


def simplest(a: numpy.ndarray, scale: float, same: float = _SAME) -> Any:
    """An array (cell, point) as float, (cell, 1) or itself, whichever says the same.

    Args:
        same: relative spread below which numbers are the same.
    """
    if a.size == 0:
        return a
    low, high = a.min(), a.max()
    if max(abs(low), abs(high)) <= same * scale:
        return 0.0
    if high - low <= same * max(abs(low), abs(high)):
        return float(0.5 * (low + high))
    spread = a.max(axis=1) - a.min(axis=1)
    if spread.max() <= same * scale:
        return numpy.ascontiguousarray(a[:, :1])
    return a


def jacobian(
    points: numpy.ndarray, cells: numpy.ndarray, gradients: list[numpy.ndarray], axes: int | None = None
) -> list[list[numpy.ndarray]]:
    """``J[i][k] = d x_i / d xi_k`` (cell, point), for the first `axes` coordinates (default: as many as k).

    Args:
        points: (node, 3) coordinates.
        cells: (cell, nnode).
        gradients: per reference axis k, shape derivatives (point, nnode).
    """
    dim = len(gradients)
    return [[points[:, i][cells] @ gradients[k].T for k in range(dim)] for i in range(axes or dim)]


def cell_geometry(
    points: numpy.ndarray, cells: numpy.ndarray, gradients: list[numpy.ndarray], axes: int | None = None
) -> Geometry:
    """Geometry of volume quadrature.

    Args:
        axes: number of coordinates that gradients are taken along; default: the dimension of the cells.

    Raises:
        MeshError: a cell is inverted or degenerate.
    """
    J = jacobian(points, cells, gradients, axes)
    with numpy.errstate(divide="ignore", invalid="ignore"):
        det, inverse = _inverse(J)
    if det.size and not det.min() > 0:  # also if a coordinate is not a number
        worst = int(numpy.argmin(det.min(axis=1)))
        x = ", ".join(f"{c:g}" for c in points[cells[worst]].mean(axis=0))
        raise MeshError(
            f"cell {worst} of {len(cells)} is inverted or degenerate: its Jacobian determinant is "
            f"{det[worst].min():g}, its nodes lie around ({x})"
        )
    scale = max((float(numpy.abs(a).max()) for row in inverse for a in row if a.size), default=1.0)
    same = _rounding(points, scale)
    return Geometry(
        tuple(tuple(simplest(a, scale, same) for a in row) for row in inverse),
        simplest(det, float(det.max()) if det.size else 1.0, same),
    )


def _rounding(points: numpy.ndarray, scale: float) -> float:
    """Relative spread of equal cells: small ones far from the origin differ by the rounding of coordinates.

    Args:
        scale: largest derivative of a reference coordinate, about two over the size of a cell.
    """
    return max(_SAME, min(4.0 * _EPSILON * scale * float(numpy.abs(points).max(initial=0.0)), 1e-9))


def side_geometry(
    points: numpy.ndarray,
    cells: numpy.ndarray,
    shape: numpy.ndarray,
    gradients: list[numpy.ndarray],
    tangents: numpy.ndarray,
    axes: int | None = None,
) -> Geometry:
    """Geometry at the points of one local side of many cells.

    Args:
        shape: (point, nnode) shape values, gradients their reference derivatives.
        tangents: (point, dim, dim - 1) derivative of the cell's reference coordinates along the side's own.
        axes: see `cell_geometry`.
    """
    dim = len(gradients)
    J = jacobian(points, cells, gradients, axes)
    _, inverse = _inverse(J)
    across = _reference_normal(tangents)  # a covector: it goes with the inverse map
    normal = [sum(inverse[k][i] * across[:, k] for k in range(dim)) for i in range(len(J))]
    along = [[sum(row[k] * tangents[:, k, s] for k in range(dim)) for row in J] for s in range(dim - 1)]
    measure = _volume(along) if along else numpy.ones_like(J[0][0])
    centre = [points[:, i][cells].mean(axis=1)[:, None] for i in range(len(J))]
    here = [points[:, i][cells] @ shape.T for i in range(len(J))]
    outward = numpy.sign(sum((h - c) * n for h, c, n in zip(here, centre, normal, strict=True)))
    length = numpy.sqrt(sum(n * n for n in normal)) * outward
    scale = max(float(numpy.abs(a).max()) for row in inverse for a in row)
    same = _rounding(points, scale)
    return Geometry(
        tuple(tuple(simplest(a, scale, same) for a in row) for row in inverse),
        simplest(measure, float(measure.max()), same),
        tuple(simplest(n / length, 1.0) for n in normal),
    )


def _reference_normal(tangents: numpy.ndarray) -> numpy.ndarray:
    """Normals (point, dim) of a side in reference space, either way."""
    dim = tangents.shape[1]
    if dim == 1:
        return numpy.ones((len(tangents), 1))
    if dim == 2:
        return numpy.stack([tangents[:, 1, 0], -tangents[:, 0, 0]], axis=1)
    return numpy.cross(tangents[:, :, 0], tangents[:, :, 1])


def _volume(vectors: list[list[numpy.ndarray]]) -> numpy.ndarray:
    """Length of one vector, or area between two, entrywise."""
    a = vectors[0]
    square = sum(c * c for c in a)
    if len(vectors) == 2:
        b = vectors[1]
        dot = sum(c * d for c, d in zip(a, b, strict=True))
        square = square * sum(d * d for d in b) - dot * dot
    return numpy.sqrt(square)


def _inverse(J: list[list[numpy.ndarray]]) -> tuple[numpy.ndarray, list[list[numpy.ndarray]]]:
    """Volume element and inverse, or pseudo-inverse of a Jacobian with more rows than columns."""
    return _invert(J) if len(J) == len(J[0]) else _pseudo_invert(J)


def _pseudo_invert(J: list[list[numpy.ndarray]]) -> tuple[numpy.ndarray, list[list[numpy.ndarray]]]:
    """Length or area element, and the pseudo-inverse ``(J^T J)^-1 J^T`` as ``[k][i]``, of a tall Jacobian."""
    axes, dim = len(J), len(J[0])
    metric = [[sum(J[i][k] * J[i][m] for i in range(axes)) for m in range(dim)] for k in range(dim)]
    det, inverse = _invert(metric)
    rows = [[sum(inverse[k][m] * J[i][m] for m in range(dim)) for i in range(axes)] for k in range(dim)]
    return numpy.sqrt(det), rows


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
