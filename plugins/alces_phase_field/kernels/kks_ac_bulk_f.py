"""Driving force from the free energies of two phases."""

from __future__ import annotations

from typing import Any

from alces.params import PROPERTY, REAL, Param
from alces.physics import Points

from alces_phase_field.kernels.kks_ac_bulk import KKSACBulk
from alces_phase_field.slopes import slope_name


class KKSACBulkF(KKSACBulk):
    """Weak form: ``(L (-dh/d eta (F_a - F_b) + w dg/d eta), v)``.

    L: mobility; F_a, F_b: free energy densities [energy/volume]; w: barrier height [energy/volume]; g(eta):
    barrier function.
    Source: S. G. Kim, W. T. Kim, T. Suzuki, Phys. Rev. E 60 (1999) 7186, eq. 31. Same term as MOOSE's.
    """

    parameters = (
        Param("fb_name", PROPERTY, doc="free energy density of phase b", unit="energy/volume"),
        Param("g_name", PROPERTY, "g", doc="barrier function g(eta)"),
        Param("w", REAL, doc="barrier height", unit="energy/volume"),
    )

    def setup(self) -> None:
        super().setup()
        self._dg = slope_name(self, "g_name", self.p.variable)

    def force(self, q: Points) -> Any:
        drop = q.property(self.p.fa_name) - q.property(self.p.fb_name)
        return self.p.w * q.property(self._dg) - q.property(self._dh) * drop
