"""Normal components of tensors along directions that change from point to point."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alces.ad import Tensor, Vector, sqrt, where
from alces.physics import Points


def along(t: Tensor, n: Vector) -> Any:
    """n . t . n of a unit vector n."""
    total: Any = 0.0
    for i in range(3):
        for j in range(3):
            if not any(type(a) is float and a == 0.0 for a in (t[i, j], n[i], n[j])):
                total = total + n[i] * n[j] * t[i, j]
    return total


def spherical_components(t: Tensor, q: Points, centre: Sequence[float]) -> tuple[Any, Any]:
    """Radial component seen from a centre, and the mean of the two across it (hoop)."""
    radial = along(t, unit(Vector(q.x - centre[0], q.y - centre[1], q.z - centre[2])))
    return radial, 0.5 * (t.trace() - radial)


def cylindrical_components(
    t: Tensor, q: Points, start: Sequence[float], end: Sequence[float]
) -> tuple[Any, Any, Any]:
    """Axial, hoop and radial component about the axis through two points."""
    length = sum((b - a) ** 2 for a, b in zip(start, end, strict=True)) ** 0.5
    axis = Vector(*((b - a) / length for a, b in zip(start, end, strict=True)))
    offset = Vector(q.x - start[0], q.y - start[1], q.z - start[2])
    radial = along(t, unit(across(offset, tuple(axis))))
    axial = along(t, axis)
    return axial, t.trace() - axial - radial, radial


def across(offset: Vector, axis: Sequence[float]) -> Vector:
    """The part of an offset that is normal to an axis of any length."""
    square = sum(a * a for a in axis)
    height = offset.dot(Vector(*axis)) / square
    return offset - Vector(*axis) * height


def unit(v: Vector) -> Vector:
    """v over its length; the x axis where it vanishes."""
    square = sum(c * c for c in v)
    there = square > 0.0
    length = sqrt(where(there, square, 1.0))
    return Vector(where(there, v[0] / length, 1.0), v[1] / length, v[2] / length)
