"""J2 plasticity as a part of ComputeMultipleInelasticStress."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.ad import Tensor
from alces.params import FUNCTION, NAME, REAL, Param
from alces.physics import Points
from alces_mechanics.hardening_curve import flow_along_curve
from alces_mechanics.j2 import radial_return
from alces_mechanics.options import prefixed
from alces_mechanics.stress import InelasticModel
from alces_mechanics.timestep_limit import MAX_INCREMENT, timestep_limit, timestep_limit_name


def inelastic_strain_name(model: str) -> str:
    """Property under which the inelastic model of that block name provides its strain."""
    return f"{model}:inelastic_strain"


class IsotropicPlasticityStressUpdate(InelasticModel):
    """`plastic_strain` and `effective_plastic_strain` by J2 plasticity with linear hardening or a curve.

    Name its block in `inelastic_models` of ComputeMultipleInelasticStress. The return to the yield surface
    meets any tolerance; with linear hardening it is in closed form.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("yield_stress", REAL, doc="uniaxial yield stress", unit="Pa", range="yield_stress > 0"),
        Param(
            "hardening_constant",
            REAL,
            None,
            doc="slope of the strength over effective plastic strain",
            unit="Pa",
            range="hardening_constant >= 0",
        ),
        Param(
            "hardening_function",
            FUNCTION,
            None,
            doc="instead of it: strength over effective plastic strain, which takes the place of t; "
            "yield_stress at zero",
            unit="Pa",
        ),
        Param(
            "effective_inelastic_strain_name",
            NAME,
            "effective_plastic_strain",
            doc="property with the accumulated plastic strain",
        ),
        MAX_INCREMENT,
        Param("relative_tolerance", REAL, 1e-8, doc="accepted; the return mapping is exact"),
        Param("absolute_tolerance", REAL, 1e-11, doc="accepted; the return mapping is exact"),
    )

    def setup(self) -> None:
        self._slip = prefixed(self.p.base_name, self.p.effective_inelastic_strain_name)
        self._check_hardening()

    def _check_hardening(self) -> None:
        if (self.p.hardening_constant is None) == (self.p.hardening_function is None):
            raise self.error("hardening_constant", "this or hardening_function is needed, not both")

    def provides(self) -> Mapping[str, str]:
        return {
            self.named("plastic_strain"): "tensor",
            self._slip: "scalar",
            inelastic_strain_name(self.name): "tensor",
            timestep_limit_name(self.name): "scalar",
        }

    def state(self) -> Mapping[str, Any]:
        return {self.named("plastic_strain"): Tensor.zero(), self._slip: 0.0}

    def flow_and_slip(self, q: Points, trial: Tensor, slip_old: Any) -> tuple[Tensor, Any]:
        """Plastic strain and effective plastic strain of the step, for the elastic strain without them."""
        if (f := self.p.hardening_function) is not None:
            stiffness = self.isotropic_stiffness(q)
            return flow_along_curve(trial, stiffness, slip_old, lambda slip: q.function_of_time(f, slip))
        strength = self.p.yield_stress + self.p.hardening_constant * slip_old
        r = radial_return(trial, self.isotropic_stiffness(q), strength, self.p.hardening_constant)
        return r.flow, r.slip

    def properties(self, q: Points) -> Mapping[str, Any]:
        plastic_old, slip_old = q.state(self.named("plastic_strain")), q.state(self._slip)
        trial = self.given(q, "mechanical_strain") - plastic_old
        flow, slip = self.flow_and_slip(q, trial, slip_old)
        plastic = plastic_old + flow
        return {
            self.named("plastic_strain"): plastic,
            self._slip: slip_old + slip,
            inelastic_strain_name(self.name): plastic,
            timestep_limit_name(self.name): timestep_limit(q, slip, self.p.max_inelastic_increment),
        }
