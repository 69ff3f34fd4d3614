"""A cross."""
from __future__ import annotations

from typing import Any

from alces.ad import abs, clip, maximum, minimum, sqrt, where
from alces.params import REAL, Param
from alces.physics import InitialCondition, Points


class CrossIC(InitialCondition):
    """A plus sign with smooth, rounded edges: average + amplitude inside, average - amplitude outside.

    In coordinates in which the box (x1, y1)-(x2, y2) is the unit square, two bars of length `length` and
    width `width` cross in its centre. With d the distance outside their edge, the value is constant up to d
    = `buffer`, then falls over `interface` as ``1 - 6 s^2 + 4 s^3``. Corners that point inwards are rounded
    with radius 2 buffer + interface.
    """

    parameters = (
        Param("x1", REAL, 0.0, doc="smallest x of the box"),
        Param("y1", REAL, 0.0, doc="smallest y of the box"),
        Param("x2", REAL, 1.0, doc="largest x of the box"),
        Param("y2", REAL, 1.0, doc="largest y of the box"),
        Param("average", REAL, 0.0, doc="mean of inside and outside value"),
        Param("amplitude", REAL, 1.0, doc="half the difference of inside and outside value"),
        Param("length", REAL, 0.75, doc="length of a bar, relative to the box"),
        Param("width", REAL, 0.125, doc="width of a bar, relative to the box"),
        Param("buffer", REAL, 0.03125, doc="margin around the bars, relative to the box"),
        Param("interface", REAL, 0.03125,
              doc="width of the transition, relative to the box", range="interface > 0"),
    )

    def setup(self) -> None:
        if self.p.x1 == self.p.x2 or self.p.y1 == self.p.y2:
            raise self.error("x2", "the box has no extent")

    def value(self, q: Points) -> Any:
        p = self.p
        x = abs((q.x - p.x1) / (p.x2 - p.x1) - 0.5)
        y = abs((q.y - p.y1) / (p.y2 - p.y1) - 0.5)
        along, across = maximum(x, y), minimum(x, y)  # the cross is symmetric: one arm is enough
        s = clip((self._distance(along, across) - p.buffer) / p.interface, 0.0, 1.0)
        return p.average + p.amplitude * (1.0 - 6.0 * s**2 + 4.0 * s**3)

    def _distance(self, along: Any, across: Any) -> Any:
        """Distance outside the bars; negative or zero inside."""
        end, edge = 0.5 * self.p.length, 0.5 * self.p.width
        radius = 2.0 * self.p.buffer + self.p.interface
        beyond, beside = maximum(along - end, 0.0), maximum(across - edge, 0.0)
        outward = sqrt(beyond**2 + beside**2)
        centre = edge + radius
        inward = radius - sqrt((along - centre) ** 2 + (across - centre) ** 2)
        in_corner = (across > edge) & (along <= centre) & (along <= end)
        return where(in_corner, inward, outward)
