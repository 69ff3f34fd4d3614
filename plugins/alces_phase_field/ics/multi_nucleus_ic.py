"""Round nuclei with a smooth surface."""

from __future__ import annotations

from typing import Any

from alces.ad import minimum, sqrt, tanh
from alces.params import REAL, REALS, USER_OBJECT, Param
from alces.physics import InitialCondition, Points

from alces_phase_field.seeds import Point, from_pairs


class MultiNucleusIC(InitialCondition):
    """``out + (in - out) max_k 1/2 [1 - tanh((|x - s_k| - R)/w)]``: nuclei of radius R around points s_k.

    The points are given as pairs `x y`, or are the seeds of a `VoronoiGrains` object (one nucleus in each
    grain). Without any point the value is `outvalue` everywhere. Source: Gao et al., Adv. Energy Mater. 14
    (2024) 2304488 (nuclei of about 50 nm in the grains).
    """

    parameters = (
        Param("centers", REALS, (), doc="centres in the plane, x0 y0 x1 y1 ...; may be empty", unit="length"),
        Param("grains", USER_OBJECT, None, doc="a VoronoiGrains object whose seeds are the centres"),
        Param("radius", REAL, doc="radius R, where the value is halfway", unit="length", range="radius > 0"),
        Param("profile_width", REAL, doc="width w in the tanh", unit="length", range="profile_width > 0"),
        Param("invalue", REAL, 1.0, doc="value inside the nuclei"),
        Param("outvalue", REAL, 0.0, doc="value outside"),
    )

    def setup(self) -> None:
        if self.p.centers and self.p.grains is not None:
            raise self.error("centers", "give either centers or grains")
        try:
            self._centers: tuple[Point, ...] = from_pairs(self.p.centers)
        except ValueError as error:
            raise self.error("centers", str(error)) from None

    def value(self, q: Points) -> Any:
        centers = self._centers if self.p.grains is None else q.user_object(self.p.grains).seeds
        if not centers:
            return self.p.outvalue + 0.0 * q.x
        squares = [(q.x - x) ** 2 + (q.y - y) ** 2 + (q.z - z) ** 2 for x, y, z in centers]
        nearest = squares[0]
        for square in squares[1:]:
            nearest = minimum(nearest, square)
        profile = 0.5 * (1.0 - tanh((sqrt(nearest) - self.p.radius) / self.p.profile_width))
        return self.p.outvalue + (self.p.invalue - self.p.outvalue) * profile
