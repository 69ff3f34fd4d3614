"""Random numbers that are a function of the position."""
from __future__ import annotations

from typing import Any

from alces.ad import abs, floor, log, power, where
from alces.physics.points import Points

_PRIME = 67108859.0
"""Largest prime below 2^26: products of residues stay below 2^53, so doubles hold them exactly."""


def noise(q: Points, seed: int) -> Any:
    """Uniform noise in [0, 1): a hash of the position and of a seed.

    It does not depend on the numbering of the nodes, on the number of ranks or on the machine, and all
    arithmetic is exact.
    """
    state: Any = _mixed(float(seed % 1000003))
    for x in (q.x, q.y, q.z):
        mantissa, exponent = _parts(x)
        state = _mixed(state + mantissa)
        state = _mixed(state + exponent)
    return state / _PRIME


def _parts(x: Any) -> tuple[Any, Any]:
    """Integers that tell positions apart whatever the unit of length: mantissa (25 bits) and exponent."""
    size = where(x == 0.0, 1.0, abs(x))
    exponent = floor(log(size) / 0.6931471805599453 + 1e-9)
    mantissa = floor(size * power(2.0, 24.0 - exponent) + 0.5)
    return where(x == 0.0, 0.0, mantissa + where(x < 0.0, 1e6, 0.0)), exponent + 2000.0


def _mixed(state: Any) -> Any:
    """Scrambles an integer: three rounds of a quadratic map modulo the prime."""
    for constant in (12345.0, 6789101.0, 23456789.0):
        state = _modulo(state + constant)
        state = _modulo(state * state + constant)
    return state


def _modulo(a: Any) -> Any:
    return a - floor(a / _PRIME) * _PRIME
