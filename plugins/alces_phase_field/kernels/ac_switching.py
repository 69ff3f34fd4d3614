"""Driving force of phases weighted by switching functions."""

from __future__ import annotations

from typing import Any

from alces.params import COUPLEDS, PROPERTY, Param
from alces.physics import Kernel, Points

from alces_phase_field.kernels.phases import FJ_NAMES, HJ_NAMES, slopes, weighted_sum
from alces_phase_field.lists import check_same_length


class ACSwitching(Kernel):
    """Weak form: ``(L sum_j F_j dh_j/d eta, v)`` with eta the kernel's variable.

    L: mobility [volume/(energy time)]; F_j: energies or grand potentials of the phases [energy/volume].
    Source: L. K. Aagesen et al., Phys. Rev. E 98 (2018) 023309. Same term as MOOSE's ACSwitching.
    """

    parameters = (
        Param("mob_name", PROPERTY, "L", doc="mobility L", unit="volume/(energy time)"),
        FJ_NAMES,
        HJ_NAMES,
        Param("coupled_variables", COUPLEDS, (), doc="further variables (their partials come by themselves)",
              aliases=("args",)),
    )

    def setup(self) -> None:
        check_same_length(self, "Fj_names", "hj_names")
        self._dh = slopes(self, "hj_names", self.p.variable)

    def value(self, q: Points) -> Any:
        energies = [q.property(f) for f in self.p.Fj_names]
        return q.property(self.p.mob_name) * weighted_sum(q, self._dh, energies)
