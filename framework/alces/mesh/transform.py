"""Moving, turning and scaling a mesh."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from alces.mesh.errors import MeshError
from alces.mesh.mesh import Mesh


def transform(mesh: Mesh, kind: str, values: Sequence[float] = (0.0, 0.0, 0.0)) -> Mesh:
    """The mesh after one of MOOSE's transformations.

    kind: TRANSLATE by `values`; TRANSLATE_CENTER_ORIGIN and TRANSLATE_MIN_ORIGIN, which bring the middle or
    the lower corner of the bounding box to the origin; SCALE by `values` along the axes; ROTATE, by three
    angles in degrees: about z, then the fixed x axis, then the fixed z axis; ROTATE_EXT: the same three
    turns, the last one first. Raises MeshError where a scale would make cells flat or turn them inside out.
    """
    points = mesh.points
    given = np.asarray(values, dtype=float)
    low, high = points.min(axis=0), points.max(axis=0)
    if kind == "TRANSLATE":
        points = points + given
    elif kind == "TRANSLATE_CENTER_ORIGIN":
        points = points - 0.5 * (low + high)
    elif kind == "TRANSLATE_MIN_ORIGIN":
        points = points - low
    elif kind == "SCALE":
        if given[1] == given[2] == 0.0:  # one factor for all axes, as in libMesh
            given = np.full(3, given[0])
        if not np.prod(given[: mesh.axes]) > 0.0:
            raise MeshError(f"SCALE by {given.tolist()} makes cells flat or turns them inside out")
        points = points * given
    else:
        first, second, third = _about_z(given[0]), _about_x(given[1]), _about_z(given[2])
        turn = third @ second @ first if kind == "ROTATE" else first @ second @ third
        points = points @ turn.T
    return replace(mesh, points=points)


def _about_z(degrees: float) -> NDArray[np.float64]:
    c, s = _cos_sin(degrees)
    return np.array([[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]])


def _about_x(degrees: float) -> NDArray[np.float64]:
    c, s = _cos_sin(degrees)
    return np.array([[1.0, 0.0, 0.0], [0.0, c, -s], [0.0, s, c]])


def _cos_sin(degrees: float) -> tuple[float, float]:
    """Exact at quarter turns, so that a mesh turned by 90 degrees keeps straight edges."""
    exact = {0.0: (1.0, 0.0), 90.0: (0.0, 1.0), 180.0: (-1.0, 0.0), 270.0: (0.0, -1.0)}
    angle = np.radians(degrees)
    return exact.get(degrees % 360.0, (float(np.cos(angle)), float(np.sin(angle))))
