"""Circles at random places."""
from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from alces.params import INTEGER, REAL, Param

from alces_phase_field.box import Box
from alces_phase_field.ics.circles import Circle
from alces_phase_field.ics.placing import scatter
from alces_phase_field.ics.random_circles import RandomCircles


class MultiSmoothCircleIC(RandomCircles):
    """`numbub` discs (2D) or spheres (3D) at random places that are at least `bubspac` apart.

    Profiles as in `SmoothCircles`, radii as in `RandomCircles`. Distances do not wrap around periodic
    boundaries as MOOSE's do, so places may differ from MOOSE's there.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("numbub", INTEGER, doc="number of circles", range="numbub >= 0"),
        Param("bubspac", REAL, doc="smallest distance of centres", unit="length"),
        Param("max_num_tries", INTEGER, 1000, doc="random places that are tried for a circle",
              aliases=("numtries",), range="max_num_tries > 0"),
    )

    def count(self) -> int:
        return self.p.numbub

    def place(self, box: Box, radii: list[float], numbers: Iterator[float]) -> list[Circle]:
        def fits(point: tuple[float, float, float], placed: list[Circle]) -> bool:
            return all(box.between(point, one[:3]).norm() >= self.p.bubspac for one in placed)

        placed: list[Circle] = []
        for radius in radii:
            place = scatter(self, box, numbers, lambda point: fits(point, placed))
            placed.append((*place, radius))
        return placed
