"""Discs and spheres with a smooth edge: what the circle initial conditions share."""
from __future__ import annotations

import math
from typing import Any, ClassVar

from alces.ad import clip, cos, maximum, sqrt, tanh, where
from alces.params import BOOLEAN, REAL, Choice, Param
from alces.physics import InitialCondition, Points

Circle = tuple[float, float, float, float]


class SmoothCircles(InitialCondition):
    """`invalue` inside circles (spheres), `outvalue` outside, with a transition of width `int_width` about
    the radius.

    With r the distance from the centre and R the radius, the COS profile is ``(1 + cos(pi s)) / 2``, s
    going from 0 at R - int_width/2 to 1 at R + int_width/2, and the TANH profile ``(1 + tanh(2 (R - r) /
    int_width)) / 2``. Where circles overlap, the value nearest to `invalue` counts. Distances do not wrap
    around periodic boundaries.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("invalue", REAL, doc="value inside"),
        Param("outvalue", REAL, doc="value outside"),
        Param("int_width", REAL, 0.0,
              doc="width of the transition; 0 for a sharp edge", range="int_width >= 0"),
        Param("3D_spheres", BOOLEAN, True, doc="spheres in three dimensions; false for columns along z"),
        Param("profile", Choice("COS", "TANH"), "COS", doc="shape of the transition"),
    )

    def setup(self) -> None:
        if self.p.profile == "TANH" and self.p.int_width == 0.0:
            raise self.error("int_width", "must be above zero for the TANH profile")

    def circles(self, q: Points) -> list[Circle]:
        """x, y, z and radius of each circle."""
        raise NotImplementedError

    def value(self, q: Points) -> Any:
        inside: Any = 0.0
        for circle in self.circles(q):
            inside = maximum(inside, self._profile(q, *circle))
        return self.p.outvalue + (self.p.invalue - self.p.outvalue) * inside

    def _profile(self, q: Points, x: float, y: float, z: float, radius: float) -> Any:
        dz = q.z - z if getattr(self.p, "3D_spheres") else 0.0
        r = sqrt((q.x - x) ** 2 + (q.y - y) ** 2 + dz**2)
        width = self.p.int_width
        if self.p.profile == "TANH":
            return 0.5 * (1.0 + tanh(2.0 * (radius - r) / width))
        return cosine_step(r - radius, width)


def cosine_step(distance: Any, width: float) -> Any:
    """1 inside (distance <= -width/2), 0 outside, half a cosine wave between; a jump at 0 for zero width."""
    if width == 0.0:
        return where(distance <= 0.0, 1.0, 0.0)
    return 0.5 * (1.0 + cos(math.pi * clip(distance / width + 0.5, 0.0, 1.0)))
