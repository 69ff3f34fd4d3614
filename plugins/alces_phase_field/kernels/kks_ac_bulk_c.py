"""Driving force from the concentrations of two phases."""

from __future__ import annotations

from typing import Any

from alces.params import COUPLED, Param
from alces.physics import Points

from alces_phase_field.kernels.kks_ac_bulk import KKSACBulk
from alces_phase_field.slopes import slope_name


class KKSACBulkC(KKSACBulk):
    """Weak form: ``(L dh/d eta dF_a/dc_a (c_a - c_b), v)``.

    L: mobility; F_a: free energy density of phase a [energy/volume]; c_a, c_b: phase concentrations.
    Source: S. G. Kim, W. T. Kim, T. Suzuki, Phys. Rev. E 60 (1999) 7186, eq. 31. Same term as MOOSE's.
    """

    parameters = (
        Param("ca", COUPLED, doc="concentration of phase a"),
        Param("cb", COUPLED, doc="concentration of phase b"),
    )

    def setup(self) -> None:
        super().setup()
        if not isinstance(self.p.ca, str):
            raise self.error("ca", "must be a variable")
        self._slope = slope_name(self, "fa_name", self.p.ca)

    def force(self, q: Points) -> Any:
        gap = q.value(self.p.ca) - q.value(self.p.cb)
        return q.property(self._dh) * q.property(self._slope) * gap
