"""Small strain in plane stress."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.physics import Points
from alces_mechanics.options import refuse
from alces_mechanics.strain import StrainMaterial


class ComputePlaneStressSmallStrain(StrainMaterial):
    """Small strain in the x-y plane where the stress out of it vanishes.

    Provides `in_plane_strain` and `in_plane_mechanical_strain`, whose zz components lack the still unknown
    strain out of the plane. A stress material with ``plane_stress = true`` finds it and provides the complete
    `total_strain` and `mechanical_strain`.
    """

    def provides(self) -> Mapping[str, str]:
        return {self.named("in_plane_strain"): "tensor", self.named("in_plane_mechanical_strain"): "tensor"}

    def setup(self) -> None:
        super().setup()
        refuse(self, "volumetric_locking_correction", "plane stress does not lock")
        if len(self.p.displacements) > 2:
            raise self.error("displacements", "plane stress has displacements in x and y only")

    def properties(self, q: Points) -> Mapping[str, Any]:
        total = self.strain(q, q.grad, q.value)
        return {
            self.named("in_plane_strain"): total,
            self.named("in_plane_mechanical_strain"): self.without_eigenstrains(q, total),
        }
