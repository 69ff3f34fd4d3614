"""A superellipsoid."""
from __future__ import annotations

from typing import Any

from alces.params import REAL, Param
from alces.physics import InitialCondition, Points

from alces_phase_field.ics.superellipsoid import inside_fraction


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
        inside = inside_fraction(q, (p.x1, p.y1, p.z1), (p.a, p.b, p.c), p.n, p.int_width)
        return p.outvalue + (p.invalue - p.outvalue) * inside
