"""A superellipsoid."""
from __future__ import annotations

from typing import Any

from alces.ad import abs, power, sqrt, where
from alces.params import REAL, Param
from alces.physics import InitialCondition, Points
from alces_core.ics.circles import cosine_step


class SmoothSuperellipsoidIC(InitialCondition):
    """`invalue` where ``|x/a|^n + |y/b|^n + |z/c|^n < 1`` about the centre, `outvalue` outside.

    Along each ray from the centre the value changes over `int_width` about the surface as half a cosine wave.
    """

    parameters = (
        Param("x1", REAL, doc="x of the centre"),
        Param("y1", REAL, doc="y of the centre"),
        Param("z1", REAL, 0.0, doc="z of the centre"),
        Param("a", REAL, doc="semiaxis along x", range="a > 0"),
        Param("b", REAL, doc="semiaxis along y", range="b > 0"),
        Param("c", REAL, 1.0, doc="semiaxis along z", range="c > 0"),
        Param("n", REAL, doc="exponent: 2 for an ellipsoid", range="n > 0"),
        Param("invalue", REAL, doc="value inside"),
        Param("outvalue", REAL, doc="value outside"),
        Param("int_width", REAL, 0.0,
              doc="width of the transition; 0 for a sharp edge", range="int_width >= 0"),
    )

    def value(self, q: Points) -> Any:
        p = self.p
        dx, dy, dz = q.x - p.x1, q.y - p.y1, q.z - p.z1
        r = sqrt(dx**2 + dy**2 + dz**2)
        at_centre = r == 0.0
        scaled = sum(power(abs(d / axis), p.n) for d, axis in ((dx, p.a), (dy, p.b), (dz, p.c)))
        surface = r * power(where(at_centre, 1.0, scaled), -1.0 / p.n)
        inside = where(at_centre, 1.0, cosine_step(r - surface, p.int_width))
        return p.outvalue + (p.invalue - p.outvalue) * inside
