"""Concentration of a phase as the sum over its sublattices."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, COUPLEDS, REAL, REALS, Param
from alces.physics import Kernel, Points

from alces_phase_field.lists import check_same_length


class SLKKSSum(Kernel):
    """Equation of a sublattice concentration u: ``(a u + sum_k a_k c_k)/(a + sum_k a_k) = s``.

    Weak form: ``((a u + sum_k a_k c_k)/(a + sum_k a_k) - s, v)``. u, c_k: sublattice concentrations, s: that
    of the phase [1]. Source: D. Schwen, C. Jiang, L. K. Aagesen, Comput. Mater. Sci. 195 (2021) 110466. Same
    term as MOOSE's.
    """

    parameters = (
        Param("cs", COUPLEDS, doc="concentrations c_k of the other sublattices"),
        Param("a", REAL, doc="site fraction of the kernel's variable; any scale"),
        Param("as", REALS, doc="site fractions of the other sublattices, on the same scale"),
        Param("sum", COUPLED, doc="the sum s"),
    )

    def setup(self) -> None:
        check_same_length(self, "cs", "as")
        weights = (self.p.a, *getattr(self.p, "as"))
        if sum(weights) <= 0.0:
            raise self.error("as", "the sum of 'a' and 'as' must be above zero")
        pairs = zip((self.p.variable, *self.p.cs), weights, strict=True)
        self._parts = [(c, a / sum(weights)) for c, a in pairs]

    def value(self, q: Points) -> Any:
        return sum(q.value(c) * a for c, a in self._parts) - q.value(self.p.sum)
