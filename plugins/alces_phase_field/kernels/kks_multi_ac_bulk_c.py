"""Driving force from the concentrations of many phases."""

from __future__ import annotations

from typing import Any

from alces.params import COUPLEDS, PROPERTY, VARIABLE, Param
from alces.physics import Kernel, Points, derivative_name

from alces_phase_field.kernels.phases import FJ_NAMES, HJ_NAMES, slopes, weighted_sum
from alces_phase_field.lists import check_same_length


class KKSMultiACBulkC(Kernel):
    """Weak form: ``(-L dF_1/dc_1 sum_j c_j dh_j/d eta_i, v)``; dF_j/dc_j is the same in all phases.

    L: mobility; F_1: free energy density of the first phase [energy/volume]; c_j: phase concentrations.
    Source: S. G. Kim, W. T. Kim, T. Suzuki, Phys. Rev. E 60 (1999) 7186. Same term as MOOSE's.
    """

    parameters = (
        Param("mob_name", PROPERTY, "L", doc="mobility L", unit="volume/(energy time)"),
        FJ_NAMES,
        HJ_NAMES,
        Param("cj_names", COUPLEDS, doc="phase concentrations c_j, in the same order"),
        Param("eta_i", VARIABLE, doc="order parameter that the energy is differentiated by"),
        Param("coupled_variables", COUPLEDS, (), doc="further variables (their partials come by themselves)",
              aliases=("args",)),
    )

    def setup(self) -> None:
        check_same_length(self, "Fj_names", "hj_names", "cj_names")
        self._dh = slopes(self, "hj_names", self.p.eta_i)
        first = self.p.Fj_names[0], self.p.cj_names[0]
        if not all(isinstance(name, str) for name in first):
            raise self.error("Fj_names", "the first phase needs an energy and a concentration, not numbers")
        self._slope = derivative_name(*first)

    def value(self, q: Points) -> Any:
        mixed = weighted_sum(q, self._dh, [q.value(c) for c in self.p.cj_names])
        return -(q.property(self.p.mob_name) * q.property(self._slope) * mixed)
