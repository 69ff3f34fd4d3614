"""Change of a density with the phases in the grand-potential model."""

from __future__ import annotations

from typing import Any

from alces.params import COUPLEDS, VARIABLE, Param
from alces.physics import Kernel, Points

from alces_phase_field.kernels.phases import FJ_NAMES, HJ_NAMES, slopes, weighted_sum
from alces_phase_field.lists import check_same_length


class CoupledSwitchingTimeDerivative(Kernel):
    """Weak form: ``(sum_j F_j dh_j/d eta d eta/dt, v)`` with another variable eta.

    F_j: a property of each phase, such as its solute density; h_j: switching functions [1].
    Source: M. Plapp, Phys. Rev. E 84 (2011) 031601, eq. 43. Same term as MOOSE's.
    """

    time = True
    parameters = (
        Param("v", VARIABLE, doc="order parameter eta"),
        FJ_NAMES,
        HJ_NAMES,
        Param("coupled_variables", COUPLEDS, (), doc="further variables (their partials come by themselves)",
              aliases=("args",)),
    )

    def setup(self) -> None:
        check_same_length(self, "Fj_names", "hj_names")
        self._dh = slopes(self, "hj_names", self.p.v)

    def value(self, q: Points) -> Any:
        density = [q.property(f) for f in self.p.Fj_names]
        return weighted_sum(q, self._dh, density) * q.dot(self.p.v)
