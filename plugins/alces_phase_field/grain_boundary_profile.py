"""How the grain-boundary indicator falls off with the distance from the boundary plane."""

from __future__ import annotations

from typing import Any

from alces.ad import clip, tanh
from alces.params import REAL, USER_OBJECT, Choice, Param, Values

PROFILE_PARAMETERS = (
    Param("grains", USER_OBJECT, doc="the grain structure, a VoronoiGrains object"),
    Param(
        "gb_width",
        REAL,
        doc="full width of the boundary where the indicator is 1/2",
        unit="length",
        range="gb_width > 0",
    ),
    Param(
        "ramp_half_width",
        REAL,
        doc="zeta: half the width of the ramp, or the length in the tanh",
        unit="length",
        range="ramp_half_width > 0",
    ),
    Param("profile", Choice("ramp", "tanh"), "ramp", doc="linear ramp with a full core, or tanh"),
)


def indicator(distance: Any, p: Values) -> Any:
    """beta in [0, 1] at a distance from the boundary plane.

    ramp: ``clip((width/2 + zeta - d)/(2 zeta), 0, 1)``, exactly 1 in a core of width ``width - 2 zeta``;
    tanh: ``[1 - tanh((d - width/2)/zeta)]/2``.
    """
    half = 0.5 * p.gb_width
    if p.profile == "ramp":
        return clip((half + p.ramp_half_width - distance) / (2.0 * p.ramp_half_width), 0.0, 1.0)
    return 0.5 * (1.0 - tanh((distance - half) / p.ramp_half_width))
