"""Isotropic elastic constants from any two of them."""

from __future__ import annotations

import math
from collections.abc import Callable

Pair = Callable[[float, float], tuple[float, float]]

_CONVERSIONS: dict[tuple[str, str], Pair] = {
    ("bulk_modulus", "lambda"): lambda k, lam: (lam, 1.5 * (k - lam)),
    ("bulk_modulus", "poissons_ratio"): lambda k, nu: (
        3 * k * nu / (1 + nu),
        1.5 * k * (1 - 2 * nu) / (1 + nu),
    ),
    ("bulk_modulus", "shear_modulus"): lambda k, g: (k - 2 * g / 3, g),
    ("bulk_modulus", "youngs_modulus"): lambda k, e: (
        3 * k * (3 * k - e) / (9 * k - e),
        3 * k * e / (9 * k - e),
    ),
    ("lambda", "poissons_ratio"): lambda lam, nu: (lam, lam * (1 - 2 * nu) / (2 * nu)),
    ("lambda", "shear_modulus"): lambda lam, g: (lam, g),
    ("lambda", "youngs_modulus"): lambda lam, e: (
        lam,
        (e - 3 * lam + math.sqrt(e * e + 9 * lam * lam + 2 * e * lam)) / 4,
    ),
    ("poissons_ratio", "shear_modulus"): lambda nu, g: (2 * g * nu / (1 - 2 * nu), g),
    ("poissons_ratio", "youngs_modulus"): lambda nu, e: (
        e * nu / ((1 + nu) * (1 - 2 * nu)),
        e / (2 * (1 + nu)),
    ),
    ("shear_modulus", "youngs_modulus"): lambda g, e: (g * (e - 2 * g) / (3 * g - e), g),
}

NAMES = ("bulk_modulus", "lambda", "poissons_ratio", "shear_modulus", "youngs_modulus")
"""The constants that can be given, in MOOSE's names."""


def lame_and_shear(given: dict[str, float]) -> tuple[float, float]:
    """Lame's first constant and the shear modulus from two constants by MOOSE's names.

    Source: table of conversions in any text on elasticity, e.g. Sadd, Elasticity (2009), table 4.1.

    Raises:
        ValueError: not exactly two are given, or no stable material has them.
    """
    if len(given) != 2:
        have = ", ".join(sorted(given)) or "none"
        raise ValueError(f"exactly two of {', '.join(NAMES)} are needed; given: {have}")
    first, second = sorted(given)
    try:
        lame, shear = _CONVERSIONS[first, second](given[first], given[second])
    except ZeroDivisionError:
        raise ValueError(f"{first} and {second} do not determine a material") from None
    if not (shear > 0 and lame + 2 * shear / 3 > 0):
        raise ValueError(
            f"bulk and shear modulus must be positive, but {first} = {given[first]:g} and {second} = "
            f"{given[second]:g} give {lame + 2 * shear / 3:g} and {shear:g}"
        )
    return lame, shear
