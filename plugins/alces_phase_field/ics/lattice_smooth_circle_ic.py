"""Circles on a lattice."""
from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import prod

from alces.params import BOOLEAN, INTEGERS, REAL, Param
from alces.physics import Points

from alces_phase_field.box import Box
from alces_phase_field.ics.circles import Circle
from alces_phase_field.ics.random_circles import RandomCircles


class LatticeSmoothCircleIC(RandomCircles):
    """Discs (2D) or spheres (3D) in the middle of equal boxes, `circles_per_side` along each axis.

    Profiles as in `SmoothCircles`, radii as in `RandomCircles`. Each coordinate of a centre may vary by up to
    `pos_variation`; with `avoid_bounds` centres keep a distance of radius and interface width from the sides.
    Same as MOOSE's.
    """

    parameters = (
        Param("circles_per_side", INTEGERS, doc="number of circles along x, y and z",
              range="circles_per_side >= 0"),
        Param("pos_variation", REAL, 0.0, doc="largest variation of a coordinate", unit="length",
              aliases=("Rnd_variation",)),
        Param("avoid_bounds", BOOLEAN, True, doc="whether circles keep away from the sides of the mesh"),
    )

    def circles(self, q: Points) -> list[Circle]:
        if len(self.p.circles_per_side) < q.dim or 0 in self.p.circles_per_side[: q.dim]:
            raise self.error("circles_per_side", f"needs {q.dim} numbers above zero")
        self._numbers = self.p.circles_per_side[: q.dim]
        return super().circles(q)

    def count(self) -> int:
        return prod(self._numbers)

    def place(self, box: Box, radii: list[float], numbers: Iterator[float]) -> list[Circle]:
        placed: list[Circle] = []
        for radius, cell in zip(radii, product(*map(range, self._numbers)), strict=True):
            margin = radius + self.p.int_width
            center = [0.0, 0.0, 0.0]
            for k, (i, n) in enumerate(zip(cell, self._numbers, strict=True)):
                extent = box.extent[k]
                place = (i + 0.5) * extent / n + (1.0 - 2.0 * next(numbers)) * self.p.pos_variation
                if self.p.avoid_bounds:
                    place = min(max(place, margin), extent - margin)
                center[k] = box.low[k] + place
            placed.append((center[0], center[1], center[2], radius))
        return placed
