"""Stress with an inelastic strain that another material provides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.ad import Tensor
from alces.params import BOOLEAN, STRINGS, Choice, Param
from alces.physics import Points
from alces_mechanics.materials.isotropic_plasticity_stress_update import inelastic_strain_name
from alces_mechanics.stress import EXTRA_STRESS, StressMaterial
from alces_mechanics.timestep_limit import joint_limit, timestep_limit_name


class ComputeMultipleInelasticStress(StressMaterial):
    """`stress` = C : (`mechanical_strain` - `combined_inelastic_strain`), with at most one inelastic
    model."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param(
            "inelastic_models",
            STRINGS,
            (),
            doc="block names of the inelastic models, at most one; none: linear elasticity",
        ),
        Param(
            "tangent_operator",
            Choice("elastic", "nonlinear"),
            "nonlinear",
            doc="accepted; the Jacobian is always the exact one",
        ),
        Param(
            "perform_finite_strain_rotations", BOOLEAN, True, doc="accepted; small strains have no rotations"
        ),
        EXTRA_STRESS,
    )

    def setup(self) -> None:
        if len(self.p.inelastic_models) > 1:
            raise self.error(
                "inelastic_models", "several models that act together are not supported; give one"
            )

    def provides(self) -> Mapping[str, str]:
        return {
            **super().provides(),
            self.named("combined_inelastic_strain"): "tensor",
            self.named("material_timestep_limit"): "scalar",
        }

    def properties(self, q: Points) -> Mapping[str, Any]:
        inelastic = Tensor.zero()
        for model in self.p.inelastic_models:
            inelastic = q.property(inelastic_strain_name(model))
        elastic = q.property(self.named("mechanical_strain")) - inelastic
        return {
            self.named("stress"): self.with_extra(q, self.stiffness(q).stress(elastic)),
            self.named("elastic_strain"): elastic,
            self.named("combined_inelastic_strain"): inelastic,
            self.named("material_timestep_limit"): joint_limit(
                [q.property(timestep_limit_name(model)) for model in self.p.inelastic_models]
            ),
        }
