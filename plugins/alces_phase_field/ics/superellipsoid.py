"""The shape that the superellipsoid initial conditions share."""
from __future__ import annotations

from typing import Any

from alces.ad import abs, power, sqrt, where
from alces.physics import Points

from alces_phase_field.ics.circles import cosine_step


def inside_fraction(
    q: Points, centre: tuple[float, ...], semiaxes: tuple[float, ...], exponent: float, int_width: float
) -> Any:
    """1 where ``sum |d/axis|^n < 1`` about the centre, 0 outside, half a cosine wave along rays between."""
    offsets = [x - c for x, c in zip((q.x, q.y, q.z), centre, strict=True)]
    r = sqrt(sum(d**2 for d in offsets))
    at_centre = r == 0.0
    scaled = sum(power(abs(d / axis), exponent) for d, axis in zip(offsets, semiaxes, strict=True))
    surface = r * power(where(at_centre, 1.0, scaled), -1.0 / exponent)
    return where(at_centre, 1.0, cosine_step(r - surface, int_width))
