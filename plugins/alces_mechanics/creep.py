"""Power-law creep: implicit step of the von Mises stress.

Source: Simo & Hughes, Computational Inelasticity (1998), section 3.6 (return with a viscous flow rule).
"""

from __future__ import annotations

from typing import Any

from alces.ad import Dual, minimum, value, where

_ITERATIONS = 8


def relaxed_stress(trial: Any, stiffness: Any, factor: Any, exponent: float) -> Any:
    """Root s of ``s + 3 G factor s^n = trial``: the von Mises stress at the end of a step of creep.

    The left side is convex and rises; Newton's method starts above the root and within a factor of two of it
    (each of the two terms alone bounds the root) and so converges from above. Derivatives by the implicit
    function theorem.

    Args:
        trial: von Mises stress without creep in this step, at least 0.
        stiffness: 3 G, three times the shear modulus.
        factor: creep strain per stress^n in this step (rate times dt).
        exponent: n, at least 1.
    """
    works = (value(trial) > 0.0) & (value(stiffness * factor) > 0.0)
    plain_trial = where(works, value(trial), 1.0)
    plain = where(works, value(stiffness * factor), 1.0)
    s = minimum(plain_trial, (plain_trial / plain) ** (1.0 / exponent))
    for _ in range(_ITERATIONS):
        s = s - (s + plain * s**exponent - plain_trial) / (1.0 + exponent * plain * s ** (exponent - 1.0))
    if isinstance(trial, Dual) or isinstance(stiffness * factor, Dual):
        slope = 1.0 + exponent * plain * s ** (exponent - 1.0)
        s = s - (s + (stiffness * factor) * s**exponent - trial) / slope
    return where(works, s, trial)
