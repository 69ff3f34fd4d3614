"""Elasto-plastic stress with moduli and strengths that may depend on fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.ad import Tensor
from alces.params import PROPERTY, Param
from alces.physics import Points
from alces_mechanics.j2 import plane_stress_return, radial_return
from alces_mechanics.stress import EXTRA_STRESS, PlanarStressMaterial


class ComputeJ2PlasticStress(PlanarStressMaterial):
    """J2 plasticity with linear isotropic hardening, implicit Euler, exact consistent tangent.

    Yield condition |dev(stress)| <= sqrt(2/3) (yield_stress + hardening_modulus * effective_plastic_strain).
    Elastic moduli, yield stress and hardening modulus are those at the end of the step, so that they may
    depend on unknowns, such as a phase field, that are solved for together with the displacements. Provides
    `stress`, `elastic_strain`, `plastic_strain`, `effective_plastic_strain`; the last two start at zero.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param(
            "yield_stress",
            PROPERTY,
            doc="uniaxial yield stress of the virgin material",
            unit="Pa",
            range="yield_stress > 0",
        ),
        Param(
            "hardening_modulus",
            PROPERTY,
            0.0,
            doc="slope of the strength over effective plastic strain",
            unit="Pa",
            range="hardening_modulus >= 0",
        ),
        EXTRA_STRESS,
    )

    def provides(self) -> Mapping[str, str]:
        return {
            **super().provides(),
            self.named("plastic_strain"): "tensor",
            self.named("effective_plastic_strain"): "scalar",
        }

    def state(self) -> Mapping[str, Any]:
        return {self.named("plastic_strain"): Tensor.zero(), self.named("effective_plastic_strain"): 0.0}

    def properties(self, q: Points) -> Mapping[str, Any]:
        plastic_old = q.state(self.named("plastic_strain"))
        slip_old = q.state(self.named("effective_plastic_strain"))
        hardening = q.property(self.p.hardening_modulus)
        strength = q.property(self.p.yield_stress) + hardening * slip_old
        back = plane_stress_return if self.p.plane_stress else radial_return
        r = back(self.mechanical_strain(q) - plastic_old, self.isotropic_stiffness(q), strength, hardening)
        plastic = plastic_old + r.flow
        return {
            self.named("stress"): self.with_extra(q, r.stress),
            self.named("elastic_strain"): r.elastic_strain,
            self.named("plastic_strain"): plastic,
            self.named("effective_plastic_strain"): slip_old + r.slip,
            **self.completed_strains(q, r.elastic_strain[2, 2] + plastic[2, 2]),
        }
