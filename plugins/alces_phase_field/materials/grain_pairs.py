"""Parameters of the boundary of two grains in a model with boundaries that differ."""
from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class GrainPair:
    """kappa, gamma and the coefficients of the boundary between grains m and n.

    For a given width w and energy scale mu, ``g^2 = sigma^2/(kappa mu)`` and gamma are related by fits of
    the stationary profile: 1/gamma is a `polynomial` of g^2, and the energy at the profile's middle,
    `middle`, one of 1/gamma. They hold together with ``a = sqrt(middle/g^2)`` and ``kappa = a w sigma``,
    found by iteration. Source: N. Moelans, B. Blanpain, P. Wollants, Phys. Rev. B 78 (2008) 024113, sec. IV.
    """

    m: int
    n: int
    kappa: float
    a: float
    g_squared: float
    mobility: float
    activation: float

    @classmethod
    def of(cls, m: int, n: int, sigma: float, mobility: float, activation: float, mu: float,
           width: float) -> GrainPair:
        """From the energy sigma of the boundary and its mobility; ``sigma <= mu w/3`` for the fits to hold.

        Raises:
            ValueError: the energy is not above zero.
        """
        if sigma <= 0.0:
            raise ValueError(f"the energy of the boundary of grains {m} and {n} must be above zero")
        a, before = 0.75, 0.0
        while abs(a - before) > 1e-9:
            kappa = a * width * sigma
            g_squared = sigma * sigma / (kappa * mu)
            a, before = math.sqrt(middle(polynomial(g_squared)) / g_squared), a
        return cls(m, n, kappa, a, g_squared, mobility, activation)


def polynomial(g: Any) -> Any:
    """1/gamma as a function of g^2."""
    return (((-5.288 * g - 0.09364) * g + 9.965) * g - 8.183) * g + 2.007


def middle(y: float) -> float:
    """Energy at the middle of the profile in units of mu as a function of 1/gamma."""
    return 0.2792 + y * (-0.4324 + y * (0.6107 + y * (-0.7749 + y * (0.6367 + y * (-0.2924 + y * 0.05676)))))
