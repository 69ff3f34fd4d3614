"""Driving force from the free energies of many phases."""

from __future__ import annotations

from typing import Any

from alces.params import COUPLEDS, PROPERTY, REAL, VARIABLE, Param
from alces.physics import Kernel, Points

from alces_phase_field.kernels.phases import FJ_NAMES, HJ_NAMES, slopes, weighted_sum
from alces_phase_field.lists import check_same_length
from alces_phase_field.slopes import slope_name


class KKSMultiACBulkF(Kernel):
    """Weak form: ``(L (sum_j F_j dh_j/d eta_i + w_i dg_i/d eta_i), v)``.

    The kernel's own variable may differ from eta_i (a Lagrange multiplier of the sum of all phases).

    L: mobility; F_j: free energy densities [energy/volume]; w_i: barrier height [energy/volume].
    Source: S. G. Kim, W. T. Kim, T. Suzuki, Phys. Rev. E 60 (1999) 7186. Same term as MOOSE's.
    """

    parameters = (
        Param("mob_name", PROPERTY, "L", doc="mobility L", unit="volume/(energy time)"),
        FJ_NAMES,
        HJ_NAMES,
        Param("eta_i", VARIABLE, doc="order parameter that the energy is differentiated by"),
        Param("gi_name", PROPERTY, doc="barrier function g_i(eta_i)"),
        Param("wi", REAL, doc="barrier height", unit="energy/volume"),
        Param("coupled_variables", COUPLEDS, (), doc="further variables (their partials come by themselves)",
              aliases=("args",)),
    )

    def setup(self) -> None:
        check_same_length(self, "Fj_names", "hj_names")
        self._dh = slopes(self, "hj_names", self.p.eta_i)
        self._dg = slope_name(self, "gi_name", self.p.eta_i)

    def value(self, q: Points) -> Any:
        bulk = weighted_sum(q, self._dh, [q.property(f) for f in self.p.Fj_names])
        return q.property(self.p.mob_name) * (bulk + self.p.wi * q.property(self._dg))
