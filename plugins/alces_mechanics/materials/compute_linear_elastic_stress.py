"""Linear elasticity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.ad import Tensor
from alces.params import Param
from alces.physics import Points
from alces_mechanics.elasticity import Stiffness
from alces_mechanics.stress import EXTRA_STRESS, PlanarStressMaterial


class ComputeLinearElasticStress(PlanarStressMaterial):
    """`stress` = C : `mechanical_strain` (+ extra stresses); `elastic_strain` is the mechanical strain."""

    parameters: ClassVar[tuple[Param, ...]] = (EXTRA_STRESS,)

    def properties(self, q: Points) -> Mapping[str, Any]:
        stiffness = self.stiffness(q)
        strain = self.mechanical_strain(q)
        if self.p.plane_stress:
            strain = strain + Tensor.diagonal(0.0, 0.0, self._out_of_plane(stiffness, strain))
        stress = stiffness.stress(strain)
        if self.p.plane_stress:
            stress = Tensor.symmetric(stress[0, 0], stress[1, 1], 0.0, xy=stress[0, 1])
        return {
            self.named("stress"): self.with_extra(q, stress),
            self.named("elastic_strain"): strain,
            **self.completed_strains(q, strain[2, 2]),
        }

    def _out_of_plane(self, stiffness: Stiffness, strain: Tensor) -> Any:
        """Strain zz that makes the stress zz vanish."""
        for i in (0, 1, 2, 5):
            for j in (3, 4):
                if type(c := stiffness.component(i, j)) is not float or c != 0.0:
                    raise self.error("plane_stress", "the material must be symmetric about the x-y plane")
        return -stiffness.stress(strain)[2, 2] / stiffness.component(2, 2)
