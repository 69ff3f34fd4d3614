"""Stress with an inelastic strain that another material provides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.ad import Tensor
from alces.params import BOOLEAN, INTEGER, REAL, REALS, STRINGS, Choice, Param
from alces.physics import Points
from alces_mechanics.materials.isotropic_plasticity_stress_update import inelastic_strain_name
from alces_mechanics.stress import EXTRA_STRESS, StressMaterial
from alces_mechanics.timestep_limit import joint_limit, timestep_limit_name


class ComputeMultipleInelasticStress(StressMaterial):
    """`stress` = C : (`mechanical_strain` - inelastic strain), with at most one inelastic model."""

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
        Param(
            "combined_inelastic_strain_weights",
            REALS,
            (),
            doc="factors of the models' strains in `combined_inelastic_strain`; default: 1 each",
        ),
        Param("max_iterations", INTEGER, 30, doc="accepted; one model needs no iteration"),
        Param("relative_tolerance", REAL, 1e-5, doc="accepted; one model needs no iteration"),
        Param("absolute_tolerance", REAL, 1e-5, doc="accepted; one model needs no iteration"),
        EXTRA_STRESS,
    )

    def setup(self) -> None:
        if len(self.p.inelastic_models) > 1:
            raise self.error(
                "inelastic_models", "several models that act together are not supported; give one"
            )
        weights = self.p.combined_inelastic_strain_weights
        if weights and len(weights) != len(self.p.inelastic_models):
            raise self.error("combined_inelastic_strain_weights", "needs one for each model")
        self._weight = weights[0] if weights else 1.0

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
            self.named("combined_inelastic_strain"): inelastic * self._weight,
            self.named("material_timestep_limit"): joint_limit(
                [q.property(timestep_limit_name(model)) for model in self.p.inelastic_models]
            ),
        }
