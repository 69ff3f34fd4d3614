"""Equation of the Lagrange multiplier that keeps the sum of the phase fractions at one."""
from __future__ import annotations

from typing import Any

from alces.params import PROPERTIES, REAL, VARIABLES, Param
from alces.physics import Kernel, Points

from alces_phase_field.lists import check_same_length


class SwitchingFunctionConstraintLagrange(Kernel):
    """``sum_i h_i(eta_i) - 1 - epsilon lambda = 0``, lambda being the variable.

    Weak form: ``(sum_i h_i - 1 - epsilon lambda, v)``. epsilon keeps the diagonal of the matrix from being
    zero. Symbols: h_i switching functions [1]. Same term as MOOSE's; goes with
    `SwitchingFunctionConstraintEta`.
    """

    parameters = (
        Param("h_names", PROPERTIES, doc="switching functions h_i"),
        Param("etas", VARIABLES, doc="order parameters, one for each h_i"),
        Param("epsilon", REAL, 1e-9, doc="shift of the diagonal"),
    )

    def setup(self) -> None:
        check_same_length(self, "h_names", "etas")

    def value(self, q: Points) -> Any:
        total: Any = -self.p.epsilon * q.value(self.p.variable) - 1.0
        for name in self.p.h_names:
            total = total + q.property(name)
        return total
