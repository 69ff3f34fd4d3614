"""Rounded corners and tips of yield surfaces that are pyramids in the space of principal stresses.

With the Lode angle t in [-30, 30] degrees, ``sin(3 t) = -(3 sqrt(3)/2) J3 / J2^(3/2)`` (-30: tension), the
faces are ``mean sin(phi) + sqrt(J2) K(t) = ...`` with ``K = cos(t) - sin(phi) sin(t)/sqrt(3)``. Beyond a
transition angle K is replaced by ``A + B sin(3 t) + C sin^2(3 t)`` with the same value and first two
derivatives, which removes the corner. Source: A. J. Abbo, A. V. Lyamin, S. W. Sloan, J. P. Hambleton, Int. J.
Solids Struct. 48 (2011) 3001; the tip: A. J. Abbo & S. W. Sloan, Comput. Struct. 54 (1995) 427.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

from alces.ad import acos, asin, cos, exp, minimum, sin, sqrt, value, where
from alces.params import REAL, Choice, Param

from alces_mechanics.plastic_model import Invariants, positive

ROOT3 = math.sqrt(3.0)
TIP = (
    Param(
        "tip_scheme",
        Choice("hyperbolic", "cap"),
        "hyperbolic",
        doc="rounding of the tip: by the smoother alone, or by a cap as well",
    ),
    Param("cap_start", REAL, 0.0, doc="mean (weak plane: normal) stress where the cap begins", unit="Pa"),
    Param("cap_rate", REAL, 0.0, doc="how soon the cap closes", unit="1/Pa", range="cap_rate >= 0"),
)


class Tip(NamedTuple):
    """What is added under a square root to round a tip: ``smoother^2 + p^2``, with the cap's ``p = x (1 -
    exp(-rate x))`` where ``x = stress - start`` is positive."""

    smoother: float
    scheme: str
    start: float
    rate: float

    @classmethod
    def of(cls, parameters: Any, smoother: float) -> Tip:
        """The tip that the parameters `TIP` describe."""
        return cls(smoother, parameters.tip_scheme, parameters.cap_start, parameters.cap_rate)

    def square(self, stress: Any) -> tuple[Any, Any]:
        """The square and its derivative."""
        if self.scheme == "hyperbolic":
            return self.smoother**2, 0.0
        x = stress - self.start
        x = where(value(x) > 0.0, x, 0.0)
        decay = exp(-self.rate * x)
        p = x * (1.0 - decay)
        return self.smoother**2 + p * p, 2.0 * p * (1.0 - decay + self.rate * x * decay)


def sine3(s: Invariants, cutoff: float) -> tuple[Any, Any]:
    """sin(3 t), and where it is defined: J2 above the cutoff; zero elsewhere."""
    defined = value(s.second) > cutoff
    root = where(defined, s.divisor, 1.0)
    return where(defined, (-1.5 * ROOT3) * s.third / (root * root * root), 0.0), defined


def coulomb(sine: Any, friction: Any, edge: float) -> tuple[Any, Any]:
    """K of the pyramid with six faces and its derivative by sin(3 t); both corners are rounded.

    Args:
        sine: sin(3 t).
        friction: sin(phi).
        edge: transition angle in degrees, below 30.
    """
    transition = math.radians(edge)
    inner = (value(sine) < math.sin(3.0 * transition)) & (value(sine) > -math.sin(3.0 * transition))
    s = where(inner, sine, 0.0)
    angle = asin(s) / 3.0
    slope = friction * (1.0 / ROOT3)
    k = cos(angle) - slope * sin(angle)
    k_s = (-sin(angle) - slope * cos(angle)) / (3.0 * sqrt(1.0 - s * s))
    above, below = _rounded(sine, slope, transition), _rounded(sine, slope, -transition)
    side = value(sine) > 0.0
    outer, outer_s = (where(side, a, b) for a, b in zip(above, below, strict=True))
    return where(inner, k, outer), where(inner, k_s, outer_s)


def tensile(sine: Any, edge: float) -> tuple[Any, Any]:
    """K of the pyramid with three faces, largest principal stress = mean + sqrt(J2) K, and its derivative
    by sin(3 t); it has a corner at 30 degrees only, which is rounded.

    K = 2 c/sqrt(3) with c = cos(t + 30), the largest root of ``4 c^3 - 3 c = -sin(3 t)``, is smooth at -30.
    """
    transition = math.radians(edge)
    inner = value(sine) < math.sin(3.0 * transition)
    s = where(inner, sine, 0.0)
    plain = value(s)
    c = cos(acos(minimum(-plain, 1.0)) / 3.0)
    for _ in range(2):  # the inverse cosine is inaccurate about -30 degrees
        c = c - (4.0 * c * c * c - 3.0 * c + plain) / (12.0 * c * c - 3.0)
    c = c - (4.0 * c * c * c - 3.0 * c + s) / (12.0 * c * c - 3.0)  # implicit function theorem
    k, k_s = (2.0 / ROOT3) * c, (-2.0 / ROOT3) / (12.0 * c * c - 3.0)
    outer, outer_s = _rounded(sine, 1.0 / ROOT3, transition)
    return where(inner, k, outer), where(inner, k_s, outer_s)


def _rounded(sine: Any, slope: Any, at: float) -> tuple[Any, Any]:
    """``A + B sin(3 t) + C sin^2(3 t)`` and its derivative by sin(3 t), joined to K at the angle `at`."""
    s, c = math.sin(3.0 * at), math.cos(3.0 * at)
    k, k1 = math.cos(at) - slope * math.sin(at), -math.sin(at) - slope * math.cos(at)
    first = k1 / (3.0 * c)  # dK/dsin(3 t) at the joint
    second = (-k + 9.0 * s * first) / (9.0 * c * c)
    x = sine - s
    return k + x * (first + 0.5 * x * second), first + x * second


def pyramid_slopes(s: Invariants, tip: Tip, k: Any, k_s: Any, sine: Any, defined: Any) -> tuple[Any, ...]:
    """Derivatives of ``sqrt(tip(mean) + J2 K^2)`` by the mean stress, J2 and J3."""
    square, by_mean = tip.square(s.mean)
    half = 0.5 / positive(pyramid_root(s, square, k))
    kk = k * k_s
    return (
        by_mean * half,
        (k * k - 3.0 * kk * sine) * half,
        where(defined, (-3.0 * ROOT3) * kk / s.divisor, 0.0) * half,
    )


def pyramid_root(s: Invariants, square: Any, k: Any) -> Any:
    """``sqrt(square + J2 K^2)``, with the derivative zero where it vanishes."""
    inside = square + s.second * k * k
    return where(value(inside) > 0.0, sqrt(positive(inside)), 0.0)
