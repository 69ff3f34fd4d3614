"""Coordinate systems: Cartesian, axisymmetric and spherically symmetric."""
from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy

from alces.fe.geometry import Geometry, simplest


@dataclass(frozen=True)
class Coordinates:
    """What volume and area elements are multiplied by.

    Attributes:
        kind: ``"XYZ"``; ``"RZ"``: 1-D or 2-D, 2 pi r; ``"RSPHERICAL"``: 1-D, 4 pi r^2 with r = x.
        radial: coordinate that is the radius in RZ: 0 for x (the symmetry axis is y), 1 for y.
    """

    kind: str = "XYZ"
    radial: int = 0

    def measured(
        self, geometry: Geometry, points: numpy.ndarray, cells: numpy.ndarray, shape: numpy.ndarray
    ) -> Geometry:
        """The geometry with the factor of the coordinate system in its measure.

        Args:
            points: (node, 3) coordinates; cells: (cell, nnode); shape: (point, nnode) shape values.
        """
        if self.kind == "XYZ":
            return geometry
        r = points[:, self.radial][cells] @ shape.T
        factor = 2.0 * math.pi * r if self.kind == "RZ" else 4.0 * math.pi * r * r
        measure = factor * geometry.measure
        return replace(geometry, measure=simplest(measure, float(numpy.abs(measure).max(initial=0.0))))
