"""Voids on the boundaries of a polycrystal."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from alces.ad import Vector, clip
from alces.params import BOOLEAN, FILE, INTEGER, USER_OBJECT, Choice, Param
from alces.physics import Points

from alces_phase_field.box import Box, Point
from alces_phase_field.grains import OP_NUM, VAR_NAME_BASE
from alces_phase_field.ics.circles import Circle
from alces_phase_field.ics.multi_smooth_circle_ic import MultiSmoothCircleIC
from alces_phase_field.ics.placing import scatter


class PolycrystalVoronoiVoidIC(MultiSmoothCircleIC):
    """Round voids at random places on the grain boundaries of a `PolycrystalVoronoi`.

    ``structure_type = voids``: the circles, see `MultiSmoothCircleIC`. ``grains``: an order parameter of the
    grains, times the part of the point that is not void, ``(invalue - v)/(invalue - outvalue)``. A place is
    a random point moved to the plane midway between its two nearest centres; it must be in the mesh,
    `bubspac` from other voids, and, to a tenth of the radius, as near to its nearest centre as to the next
    one. Distances between centres and voids are those of the grains, so they wrap where these do. Places for
    a seed need not be MOOSE's.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        OP_NUM,
        VAR_NAME_BASE,
        Param("structure_type", Choice("grains", "voids"), doc="what is set"),
        Param("polycrystal_ic_uo", USER_OBJECT, doc="the grain structure, a PolycrystalVoronoi object"),
        Param("op_index", INTEGER, 0, doc="number of the order parameter, for grains", range="op_index >= 0"),
        Param("columnar_3D", BOOLEAN, False, doc="accepted for MOOSE's decks: the grain structure says it"),
        Param("file_name", FILE, "", doc="accepted for MOOSE's decks: the grain structure says it"),
    )

    def setup(self) -> None:
        super().setup()
        if self.p.invalue <= self.p.outvalue:
            raise self.error("invalue", "must be above 'outvalue'")
        if self.p.numbub == 0:
            raise self.error("numbub", "must be above zero",
                             hint="PolycrystalColoringIC sets grains without voids")
        self._centers: list[Point] = []

    def value(self, q: Points) -> Any:
        voids = super().value(q)
        if self.p.structure_type == "voids":
            return voids
        part = (self.p.invalue - voids) / (self.p.invalue - self.p.outvalue)
        grain = q.user_object(self.p.polycrystal_ic_uo).order_parameter(q, self.p.op_index)
        return grain * clip(part, 0.0, 1.0)

    def circles(self, q: Points) -> list[Circle]:
        grains = q.user_object(self.p.polycrystal_ic_uo)
        box = grains.box(q)
        self._centers = grains.centers(box)
        if len(self._centers) < 2:
            raise self.error("polycrystal_ic_uo", "voids on grain boundaries need at least two grains")
        return self._placed(box)

    def place(self, box: Box, radii: list[float], numbers: Iterator[float]) -> list[Circle]:
        placed: list[Circle] = []
        for radius in radii:
            found: list[Point] = []

            def fits(point: Point, found: list[Point] = found) -> bool:
                found[:] = [self._on_boundary(box, point)]
                return self._free(box, found[0], placed)

            scatter(self, box, numbers, fits)
            placed.append((*found[0], radius))
        return placed

    def _on_boundary(self, box: Box, point: Point) -> Point:
        """The nearest point on the plane midway between the two nearest centres."""
        nearest = sorted((box.between(point, center) for center in self._centers), key=Vector.norm)[:2]
        a, b = nearest
        apart = b - a
        shift = 0.5 * (b.dot(b) - a.dot(a)) / apart.dot(apart)
        x, y, z = (p + d * shift for p, d in zip(point, apart, strict=True))
        return x, y, z

    def _free(self, box: Box, place: Point, placed: list[Circle]) -> bool:
        inside = all(a <= p <= a + d for p, a, d in zip(place, box.low, box.extent, strict=True))
        first, second = sorted(box.between(place, center).norm() for center in self._centers)[:2]
        on_boundary = second - first <= 0.1 * self.p.radius
        apart = all(box.between(place, one[:3]).norm() >= self.p.bubspac for one in placed)
        return inside and on_boundary and apart
