"""Several superellipsoids."""
from __future__ import annotations

from typing import Any

from alces.ad import maximum
from alces.params import REAL, REALS, Param
from alces.physics import InitialCondition, Points

from alces_phase_field.ics.superellipsoid import inside_fraction
from alces_phase_field.lists import check_same_length


class SpecifiedSmoothSuperellipsoidIC(InitialCondition):
    """Superellipsoids as in `SmoothSuperellipsoidIC`; where they overlap, the value nearest to the inside
    counts. Same as MOOSE's; distances do not wrap around periodic boundaries."""

    parameters = (
        Param("x_positions", REALS, doc="x of the centres", unit="mesh"),
        Param("y_positions", REALS, doc="y of the centres", unit="mesh"),
        Param("z_positions", REALS, doc="z of the centres", unit="mesh"),
        Param("as", REALS, doc="semiaxes along x", unit="mesh"),
        Param("bs", REALS, doc="semiaxes along y", unit="mesh"),
        Param("cs", REALS, doc="semiaxes along z", unit="mesh"),
        Param("ns", REALS, doc="exponents: 2 for an ellipsoid"),
        Param("invalue", REAL, doc="value inside"),
        Param("outvalue", REAL, doc="value outside"),
        Param("int_width", REAL, 0.0,
              doc="width of the transition; 0 for a sharp edge", range="int_width >= 0"),
    )

    def setup(self) -> None:
        for name in ("y_positions", "z_positions", "as", "bs", "cs", "ns"):
            check_same_length(self, "x_positions", name)
        for name in ("as", "bs", "cs", "ns"):
            if any(a <= 0.0 for a in getattr(self.p, name)):
                raise self.error(name, "all entries must be above zero")

    def value(self, q: Points) -> Any:
        p = self.p
        centres = zip(p.x_positions, p.y_positions, p.z_positions, strict=True)
        semiaxes = zip(getattr(p, "as"), p.bs, p.cs, strict=True)
        inside: Any = 0.0
        for centre, axes, n in zip(centres, semiaxes, p.ns, strict=True):
            inside = maximum(inside, inside_fraction(q, centre, axes, n, p.int_width))
        return p.outvalue + (p.invalue - p.outvalue) * inside
