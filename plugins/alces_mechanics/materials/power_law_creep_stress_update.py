"""Power-law creep as a part of ComputeMultipleInelasticStress."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, ClassVar

from alces.ad import Tensor, exp, value, where
from alces.params import COUPLED, NAME, REAL, Param
from alces.physics import Points
from alces_mechanics.creep import relaxed_stress
from alces_mechanics.materials.isotropic_plasticity_stress_update import inelastic_strain_name
from alces_mechanics.options import prefixed
from alces_mechanics.stress import InelasticModel
from alces_mechanics.timestep_limit import MAX_INCREMENT, timestep_limit, timestep_limit_name


class PowerLawCreepStressUpdate(InelasticModel):
    """`creep_strain` and `effective_creep_strain` by the rate A s^n exp(-Q / (R T)) (t - t0)^m, s the von
    Mises stress at the end of the step (implicit Euler).

    Name its block in `inelastic_models` of ComputeMultipleInelasticStress. Without `temperature` the
    exponential is left out.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("coefficient", REAL, doc="A", unit="Pa^-n s^-(m+1)", range="coefficient >= 0"),
        Param("n_exponent", REAL, doc="n, exponent of the stress", range="n_exponent >= 1"),
        Param("m_exponent", REAL, 0.0, doc="m, exponent of time"),
        Param("activation_energy", REAL, doc="Q", unit="J/mol"),
        Param("gas_constant", REAL, 8.3143, doc="R", unit="J/(mol K)", range="gas_constant > 0"),
        Param("start_time", REAL, 0.0, doc="t0", unit="s"),
        Param("temperature", COUPLED, None, doc="temperature", unit="K"),
        Param(
            "effective_inelastic_strain_name",
            NAME,
            "effective_creep_strain",
            doc="property with the accumulated creep strain",
        ),
        MAX_INCREMENT,
        Param("relative_tolerance", REAL, 1e-8, doc="accepted; the step is solved to rounding"),
        Param("absolute_tolerance", REAL, 1e-11, doc="accepted; the step is solved to rounding"),
    )

    def setup(self) -> None:
        self._slip = prefixed(self.p.base_name, self.p.effective_inelastic_strain_name)

    def provides(self) -> Mapping[str, str]:
        return {
            self.named("creep_strain"): "tensor",
            self._slip: "scalar",
            inelastic_strain_name(self.name): "tensor",
            timestep_limit_name(self.name): "scalar",
        }

    def state(self) -> Mapping[str, Any]:
        return {self.named("creep_strain"): Tensor.zero(), self._slip: 0.0}

    def properties(self, q: Points) -> Mapping[str, Any]:
        old, slip_old = q.state(self.named("creep_strain")), q.state(self._slip)
        shear3 = 3.0 * self.isotropic_stiffness(q).shear
        e = (self.given(q, "mechanical_strain") - old).deviator()
        norm = e.norm()
        trial = shear3 * (math.sqrt(2.0 / 3.0) * norm)
        slip = (trial - relaxed_stress(trial, shear3, self._factor(q), self.p.n_exponent)) / shear3
        creep = old + e * (math.sqrt(1.5) * slip / where(value(norm) > 0.0, norm, 1.0))
        return {
            self.named("creep_strain"): creep,
            self._slip: slip_old + slip,
            inelastic_strain_name(self.name): creep,
            timestep_limit_name(self.name): timestep_limit(q, slip, self.p.max_inelastic_increment),
        }

    def _factor(self, q: Points) -> Any:
        """Creep strain per stress^n in this step."""
        p = self.p
        since = q.t - p.start_time
        if p.m_exponent and since < 0.0:
            raise self.error("start_time", f"must not be after the time {q.t:g}")
        factor = p.coefficient * q.dt * (since**p.m_exponent if p.m_exponent else 1.0)
        if p.temperature is None:
            return factor
        return factor * exp(-p.activation_energy / p.gas_constant / q.value(p.temperature))
