"""Chemical potential of the split KKS model."""

from __future__ import annotations

from typing import Any

from alces.params import COUPLED, COUPLEDS, PROPERTY, Param
from alces.physics import Kernel, Points

from alces_phase_field.slopes import slope_name


class KKSSplitCHCRes(Kernel):
    """Definition of the chemical potential ``w = dF_a/dc_a`` as the equation of the mixture's concentration.

    Weak form: ``(dF_a/dc_a - w, v)``; there is no gradient energy.

    F_a: free energy density of phase a [energy/volume]; w: chemical potential [energy/volume].
    Source: S. G. Kim, W. T. Kim, T. Suzuki, Phys. Rev. E 60 (1999) 7186, eq. 30. Same term as MOOSE's.
    """

    parameters = (
        Param("ca", COUPLED, doc="concentration of phase a"),
        Param("fa_name", PROPERTY, doc="free energy density of phase a", unit="energy/volume"),
        Param("w", COUPLED, doc="chemical potential", unit="energy/volume"),
        Param("args_a", COUPLEDS, (), doc="further variables of F_a (their partials come by themselves)"),
    )

    def setup(self) -> None:
        if not isinstance(self.p.ca, str):
            raise self.error("ca", "must be a variable")
        self._slope = slope_name(self, "fa_name", self.p.ca)

    def value(self, q: Points) -> Any:
        return q.property(self._slope) - q.value(self.p.w)
