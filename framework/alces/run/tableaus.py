"""Diagonally implicit Runge-Kutta methods."""
from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Tableau:
    """Butcher's table of a method: stage i has the time ``t_old + c_i dt`` and the unknowns
    ``u_i = u_old + dt (a_i1 k_1 + ... + a_ii k_i)`` with the rates ``k_j``; the step ends with
    ``u = u_old + dt (b_1 k_1 + ...)``.

    Attributes:
        a: rows up to the diagonal.
        b: weights; None for the last row of `a`, so that the last stage is the end of the step.
    """

    a: tuple[tuple[float, ...], ...]
    b: tuple[float, ...] | None = None

    @cached_property
    def c(self) -> tuple[float, ...]:
        """Stage times; 1 is exactly 1."""
        return tuple(round(math.fsum(row), 14) for row in self.a)


def _alexander2() -> Tableau:
    g = 1.0 - math.sqrt(0.5)
    return Tableau(((g,), (1.0 - g, g)))


def _alexander3() -> Tableau:
    """g is the root of ``g^3 - 3 g^2 + 3 g / 2 - 1/6 = 0`` near 0.436."""
    g = 0.43586652150845899942
    last = (-1.5 * g * g + 4.0 * g - 0.25, 1.5 * g * g - 5.0 * g + 1.25, g)
    return Tableau(((g,), (0.5 * (1.0 - g), g), last))


def _hairer_wanner4() -> Tableau:
    return Tableau((
        (1 / 4,), (1 / 2, 1 / 4), (17 / 50, -1 / 25, 1 / 4), (371 / 1360, -137 / 2720, 15 / 544, 1 / 4),
        (25 / 24, -49 / 48, 125 / 16, -85 / 12, 1 / 4),
    ))


def _crouzeix4() -> Tableau:
    g = 0.5 + math.cos(math.pi / 18.0) / math.sqrt(3.0)
    d = 1.0 / (6.0 * (2.0 * g - 1.0) ** 2)
    return Tableau(((g,), (0.5 - g, g), (2.0 * g, 1.0 - 4.0 * g, g)), (d, 1.0 - 2.0 * d, d))


TABLEAUS = {
    "implicit-midpoint": Tableau(((0.5,),), (1.0,)),
    "lstable-dirk2": _alexander2(),
    "lstable-dirk3": _alexander3(),
    "lstable-dirk4": _hairer_wanner4(),
    "astable-dirk4": _crouzeix4(),
}
"""By the name of the scheme.

Sources: Alexander, SIAM J. Numer. Anal. 14 (1977) 1006 (L-stable, 2 and 3 stages); Hairer, Wanner, Solving
Ordinary Differential Equations II, section IV.6 (L-stable, 5 stages); Crouzeix, Thesis, Univ. Paris VI (1975)
(A-stable, 3 stages, order 4).
"""
