"""J2 plasticity with curves of hardening for several temperatures."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, ClassVar

from alces.ad import Tensor, clip, value
from alces.params import COUPLED, FUNCTIONS, REALS, Param
from alces.physics import Points
from alces_mechanics.hardening_curve import flow_along_curve
from alces_mechanics.materials.isotropic_plasticity_stress_update import IsotropicPlasticityStressUpdate


class TemperatureDependentHardeningStressUpdate(IsotropicPlasticityStressUpdate):
    """`plastic_strain` and `effective_plastic_strain` by J2 plasticity whose strength is a function of slip.

    The strength is interpolated between functions of the effective plastic strain (which takes the place of
    t), one for each of the `temperatures`; beyond these it is that of the nearest one. The slip p of a step
    solves trial - 3 G p = strength(p_old + p, T), trial the von Mises stress without it. Source: Simo &
    Hughes, Computational Inelasticity (1998), box 3.1.
    """

    without: ClassVar[tuple[str, ...]] = ("yield_stress", "hardening_constant", "hardening_function")
    parameters: ClassVar[tuple[Param, ...]] = (
        Param("hardening_functions", FUNCTIONS, doc="strength over effective plastic strain", unit="Pa"),
        Param("temperatures", REALS, doc="temperatures of the functions, ascending", unit="K"),
        Param("temperature", COUPLED, doc="temperature", unit="K"),
    )

    def setup(self) -> None:
        super().setup()
        t = self.p.temperatures
        if len(t) != len(self.p.hardening_functions) or len(t) < 2:
            raise self.error("temperatures", "needs as many entries as hardening_functions, at least two")
        if any(b <= a for a, b in pairwise(t)):
            raise self.error("temperatures", "must ascend")

    def _check_hardening(self) -> None:
        """There is no other hardening than by the curves."""

    def strength(self, q: Points, slip: Any, now: Any) -> Any:
        """Strength at an effective plastic strain and a temperature."""
        t = self.p.temperatures
        curves = [q.function_of_time(f, slip) for f in self.p.hardening_functions]
        total = curves[0]
        for i in range(len(t) - 1):
            total = total + clip((now - t[i]) / (t[i + 1] - t[i]), 0.0, 1.0) * (curves[i + 1] - curves[i])
        return total

    def flow_and_slip(self, q: Points, trial: Tensor, slip_old: Any) -> tuple[Tensor, Any]:
        now = q.value(self.p.temperature)
        seen = value(now)
        return flow_along_curve(
            trial,
            self.isotropic_stiffness(q),
            slip_old,
            lambda slip: self.strength(q, slip, now),
            lambda slip: self.strength(q, slip, seen),
        )
