"""Free energy density of the two-phase KKS model."""

from __future__ import annotations

from typing import Any

from alces.params import PROPERTY, REAL, Param
from alces.physics import Points

from alces_phase_field.aux.free_energy import FreeEnergy


class KKSGlobalFreeEnergy(FreeEnergy):
    """See `FreeEnergy`; ``F_bulk = (1 - h) F_a + h F_b + w g``.

    Source: S. G. Kim, W. T. Kim, T. Suzuki, Phys. Rev. E 60 (1999) 7186. Same as MOOSE's KKSGlobalFreeEnergy.
    """

    parameters = (
        Param("fa_name", PROPERTY, doc="free energy density of phase a", unit="energy/volume"),
        Param("fb_name", PROPERTY, doc="free energy density of phase b", unit="energy/volume"),
        Param("h_name", PROPERTY, "h", doc="switching function, 0 in phase a"),
        Param("g_name", PROPERTY, "g", doc="barrier function"),
        Param("w", REAL, doc="barrier height", unit="energy/volume"),
    )

    def bulk(self, q: Points) -> Any:
        p, h = self.p, q.property(self.p.h_name)
        return h * q.property(p.fb_name) + (1.0 - h) * q.property(p.fa_name) + p.w * q.property(p.g_name)
