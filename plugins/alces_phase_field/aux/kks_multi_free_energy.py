"""Free energy density of the KKS model with many phases."""

from __future__ import annotations

from typing import Any

from alces.params import PROPERTIES, REAL, Param
from alces.physics import Points

from alces_phase_field.aux.free_energy import FreeEnergy
from alces_phase_field.kernels.phases import FJ_NAMES, HJ_NAMES, weighted_sum
from alces_phase_field.lists import check_same_length


class KKSMultiFreeEnergy(FreeEnergy):
    """See `FreeEnergy`; ``F_bulk = sum_j (h_j F_j + w g_j)``.

    Source: S. G. Kim, W. T. Kim, T. Suzuki, Phys. Rev. E 60 (1999) 7186. Same as MOOSE's KKSMultiFreeEnergy.
    """

    parameters = (
        FJ_NAMES,
        HJ_NAMES,
        Param("gj_names", PROPERTIES, doc="barrier functions g_j of the phases"),
        Param("w", REAL, doc="barrier height", unit="energy/volume"),
    )

    def setup(self) -> None:
        super().setup()
        check_same_length(self, "Fj_names", "hj_names", "gj_names")

    def bulk(self, q: Points) -> Any:
        energies = [q.property(f) for f in self.p.Fj_names]
        barriers = sum(q.property(g) for g in self.p.gj_names)
        return weighted_sum(q, self.p.hj_names, energies) + self.p.w * barriers
