"""Numbers that do not depend on the choice of axes, drawn from symmetric tensors.

Names and definitions are MOOSE's (its RankTwoScalarTools).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from alces.ad import Tensor, atan2, cos, exp, maximum, minimum, norm_sqrt, sin, value, where


def von_mises(t: Tensor) -> Any:
    """sqrt(3/2) |dev(t)|."""
    return math.sqrt(1.5) * t.deviator().norm()


def hydrostatic(t: Tensor) -> Any:
    """tr(t)/3."""
    return t.trace() * (1.0 / 3.0)


def effective_strain(t: Tensor) -> Any:
    """sqrt(2/3) |t|."""
    return math.sqrt(2.0 / 3.0) * t.norm()


def volumetric_strain(t: Tensor) -> Any:
    """exp(tr(t)) - 1: relative change of volume of a logarithmic strain, tr(t) for small ones."""
    return exp(t.trace()) - 1.0


def second_invariant(t: Tensor) -> Any:
    """(tr(t)^2 - t:t)/2."""
    return 0.5 * (t.trace() * t.trace() - t.ddot(t))


def third_invariant(t: Tensor) -> Any:
    """det(t) of a symmetric tensor."""
    (xx, xy, xz), (_, yy, yz), (_, _, zz) = t.c
    return xx * (yy * zz - yz * yz) - xy * (xy * zz - yz * xz) + xz * (xy * yz - yy * xz)


def triaxiality(t: Tensor) -> Any:
    """tr(t)/3 over the von Mises stress; zero where that vanishes."""
    mises = von_mises(t)
    positive = value(mises) > 0.0
    return where(positive, hydrostatic(t) / where(positive, mises, 1.0), 0.0)


def principal(t: Tensor) -> tuple[Any, Any, Any]:
    """Eigenvalues of a symmetric tensor, the largest first.

    In the x-y plane the roots of a quadratic equation, otherwise Cardano's formula in trigonometric form;
    partials are finite everywhere (at multiple eigenvalues, where no derivative exists, too).
    """
    if type(t[0, 2]) is float and type(t[1, 2]) is float and t[0, 2] == 0.0 and t[1, 2] == 0.0:
        return _plane_principal(t)
    s = t.deviator()
    mean = hydrostatic(t)
    radius = norm_sqrt(s.ddot(s) * (1.0 / 6.0))
    solid = value(radius) > 0.0
    cube = where(solid, radius * radius * radius, 1.0)
    cosine = where(solid, third_invariant(s) * 0.5 / cube, 0.0)
    angle = atan2(norm_sqrt(maximum(1.0 - cosine * cosine, 0.0)), cosine) / 3.0  # in [0, pi/3]
    swing, sway = radius * cos(angle), math.sqrt(3.0) * radius * sin(angle)
    return mean + 2.0 * swing, mean - swing + sway, mean - swing - sway


def _plane_principal(t: Tensor) -> tuple[Any, Any, Any]:
    centre, half = (t[0, 0] + t[1, 1]) * 0.5, (t[0, 0] - t[1, 1]) * 0.5
    radius = norm_sqrt(half * half + t[0, 1] * t[0, 1])
    high, low, zz = centre + radius, centre - radius, t[2, 2]
    return maximum(high, zz), maximum(minimum(high, zz), low), minimum(low, zz)


def _spread(t: Tensor) -> Any:
    largest, _, smallest = principal(t)
    return largest - smallest


SCALARS: dict[str, Callable[[Tensor], Any]] = {
    "VonMisesStress": von_mises,
    "EffectivePlasticStrain": effective_strain,
    "EffectiveStrain": effective_strain,
    "Hydrostatic": hydrostatic,
    "L2norm": lambda t: t.norm(),
    "MaxPrincipal": lambda t: principal(t)[0],
    "MidPrincipal": lambda t: principal(t)[1],
    "MinPrincipal": lambda t: principal(t)[2],
    "VolumetricStrain": volumetric_strain,
    "FirstInvariant": lambda t: t.trace(),
    "SecondInvariant": second_invariant,
    "ThirdInvariant": third_invariant,
    "TriaxialityStress": triaxiality,
    "MaxShear": lambda t: 0.5 * _spread(t),
    "StressIntensity": _spread,
}
"""MOOSE's names of scalar types -> functions of a tensor."""
