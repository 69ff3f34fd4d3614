"""Penalty that keeps the sum of the phase fractions near one."""
from __future__ import annotations

from typing import Any

from alces.params import PROPERTIES, REAL, VARIABLES, Param
from alces.physics import Kernel, Points

from alces_phase_field.lists import check_same_length
from alces_phase_field.slopes import slope_of


class SwitchingFunctionPenalty(Kernel):
    """Driving force from ``F = penalty (sum_i h_i(eta_i) - 1)^2``, the variable being one of the eta_i.

    Weak form: ``(2 penalty (sum_i h_i - 1) dh_j/deta_j, v)``. Symbols: h_i switching functions [1], penalty
    [energy/volume]. Same term as MOOSE's.
    """

    parameters = (
        Param("h_names", PROPERTIES, doc="switching functions h_i"),
        Param("etas", VARIABLES, doc="order parameters, one for each h_i"),
        Param("penalty", REAL, 1.0, doc="penalty factor", unit="energy/volume"),
    )

    def setup(self) -> None:
        check_same_length(self, "h_names", "etas")
        if self.p.variable not in self.p.etas:
            raise self.error("etas", f"the kernel's variable '{self.p.variable}' is not among them")
        own = self.p.h_names[self.p.etas.index(self.p.variable)]
        self._slope = slope_of(self, own, "h_names", self.p.variable)

    def value(self, q: Points) -> Any:
        excess: Any = -1.0
        for name in self.p.h_names:
            excess = excess + q.property(name)
        return 2.0 * self.p.penalty * excess * q.property(self._slope)
