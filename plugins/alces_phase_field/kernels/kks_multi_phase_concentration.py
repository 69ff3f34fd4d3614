"""Mixture rule of the KKS model with many phases."""

from __future__ import annotations

from typing import Any

from alces.params import COUPLED, COUPLEDS, Param
from alces.physics import Kernel, Points

from alces_phase_field.kernels.phases import HJ_NAMES, weighted_sum
from alces_phase_field.lists import check_same_length


class KKSMultiPhaseConcentration(Kernel):
    """Equation of the last phase concentration: ``c = sum_j h_j c_j``.

    Weak form: ``(sum_j h_j c_j - c, v)``.

    c_j: concentrations of the phases; c: of the mixture; h_j: switching functions [1].
    Source: S. G. Kim, W. T. Kim, T. Suzuki, Phys. Rev. E 60 (1999) 7186. Same term as MOOSE's.
    """

    parameters = (
        Param("cj", COUPLEDS, doc="phase concentrations"),
        HJ_NAMES,
        Param("etas", COUPLEDS, doc="order parameters of the h_j (their partials come by themselves)"),
        Param("c", COUPLED, doc="concentration of the mixture"),
    )

    def setup(self) -> None:
        check_same_length(self, "cj", "hj_names")

    def value(self, q: Points) -> Any:
        return weighted_sum(q, self.p.hj_names, [q.value(c) for c in self.p.cj]) - q.value(self.p.c)
