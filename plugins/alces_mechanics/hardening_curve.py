"""Return to a yield surface of J2 plasticity whose strength is any rising function of the slip."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from alces.ad import Dual, Tensor, partials, value, where

from alces_mechanics.elasticity import IsotropicStiffness

_ITERATIONS = 25
_MARGIN = 1e-12  # rounding must not look like leaving the bracket


def flow_along_curve(
    trial: Tensor,
    stiffness: IsotropicStiffness,
    slip_old: Any,
    strength: Callable[[Any], Any],
    plain: Callable[[Any], Any] | None = None,
) -> tuple[Tensor, Any]:
    """Plastic strain and slip p of a step: trial - 3 G p = strength(p_old + p), trial the von Mises stress
    without it.

    Args:
        trial: elastic strain without plastic flow.
        stiffness: the elastic law.
        slip_old: effective plastic strain so far.
        strength: strength at an effective plastic strain.
        plain: the same without partials by anything else, where `strength` has such.
    """
    plain = plain or strength
    shear3 = 3.0 * stiffness.shear
    e = trial.deviator()
    norm = e.norm()
    slip = _slip(shear3 * (math.sqrt(2.0 / 3.0) * norm), shear3, slip_old, strength, plain)
    return e * (math.sqrt(1.5) * slip / where(value(norm) > 0.0, norm, 1.0)), slip


def _slip(trial: Any, shear3: Any, slip_old: Any, strength: Callable, plain: Callable) -> Any:
    """Newton's method, halving where it leaves the bracket."""
    top, stiff = value(trial), value(shear3)
    yields = top > plain(slip_old)
    low, high = 0.0 * top, top / stiff
    margin = _MARGIN * high
    p = low
    for _ in range(_ITERATIONS):
        now, hardening = _seeded(plain, slip_old + p)
        residual, slope = top - stiff * p - now, -stiff - hardening
        low, high = where(residual > 0.0, p, low), where(residual > 0.0, high, p)
        newton = p - residual / slope
        p = where((newton >= low - margin) & (newton <= high + margin), newton, 0.5 * (low + high))
    _, hardening = _seeded(plain, slip_old + p)
    change = (trial - shear3 * p - strength(slip_old + p)) / (-stiff - hardening)
    return where(yields, p - change, 0.0)  # implicit function theorem


def _seeded(plain: Callable[[Any], Any], slip: Any) -> tuple[Any, Any]:
    """The strength and its derivative with respect to the slip."""
    found = plain(Dual(slip, {0: 1.0}))
    return value(found), partials(found).get(0, 0.0)
