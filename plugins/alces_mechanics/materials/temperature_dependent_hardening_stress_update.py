"""J2 plasticity with curves of hardening for several temperatures."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any, ClassVar

from alces.ad import Dual, Tensor, clip, partials, value, where
from alces.params import COUPLED, FUNCTIONS, REALS, Param
from alces.physics import Points
from alces_mechanics.materials.isotropic_plasticity_stress_update import IsotropicPlasticityStressUpdate

_ITERATIONS = 25
_MARGIN = 1e-12  # rounding must not look like leaving the bracket


class TemperatureDependentHardeningStressUpdate(IsotropicPlasticityStressUpdate):
    """`plastic_strain` and `effective_plastic_strain` by J2 plasticity whose strength is a function of slip.

    The strength is interpolated between functions of the effective plastic strain (which takes the place of
    t), one for each of the `temperatures`; beyond these it is that of the nearest one. The slip p of a step
    solves trial - 3 G p = strength(p_old + p, T), trial the von Mises stress without it. Source: Simo &
    Hughes, Computational Inelasticity (1998), box 3.1.
    """

    without: ClassVar[tuple[str, ...]] = ("yield_stress", "hardening_constant")
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

    def strength(self, q: Points, slip: Any, now: Any) -> Any:
        """Strength at an effective plastic strain and a temperature."""
        t = self.p.temperatures
        curves = [q.function_of_time(f, slip) for f in self.p.hardening_functions]
        total = curves[0]
        for i in range(len(t) - 1):
            total = total + clip((now - t[i]) / (t[i + 1] - t[i]), 0.0, 1.0) * (curves[i + 1] - curves[i])
        return total

    def flow_and_slip(self, q: Points, trial: Tensor, slip_old: Any) -> tuple[Tensor, Any]:
        shear3 = 3.0 * self.isotropic_stiffness(q).shear
        e = trial.deviator()
        norm = e.norm()
        slip = self._slip_of(q, shear3 * (math.sqrt(2.0 / 3.0) * norm), shear3, slip_old)
        return e * (math.sqrt(1.5) * slip / where(value(norm) > 0.0, norm, 1.0)), slip

    def _slip_of(self, q: Points, trial: Any, shear3: Any, slip_old: Any) -> Any:
        """Root p of trial - 3 G p - strength(p_old + p): Newton's method, halving where it leaves the
        bracket."""
        now = q.value(self.p.temperature)
        plain, stiff, seen = value(trial), value(shear3), value(now)
        yields = plain > self.strength(q, slip_old, seen)
        low, high = 0.0 * plain, plain / stiff
        margin = _MARGIN * high
        p = low
        for _ in range(_ITERATIONS):
            strength, hardening = self._seeded(q, slip_old + p, seen)
            residual, slope = plain - stiff * p - strength, -stiff - hardening
            low, high = where(residual > 0.0, p, low), where(residual > 0.0, high, p)
            newton = p - residual / slope
            p = where((newton >= low - margin) & (newton <= high + margin), newton, 0.5 * (low + high))
        _, hardening = self._seeded(q, slip_old + p, seen)
        change = (trial - shear3 * p - self.strength(q, slip_old + p, now)) / (-stiff - hardening)
        return where(yields, p - change, 0.0)  # implicit function theorem

    def _seeded(self, q: Points, slip: Any, now: Any) -> tuple[Any, Any]:
        """The strength and its derivative with respect to the slip."""
        found = self.strength(q, Dual(slip, {0: 1.0}), now)
        return value(found), partials(found).get(0, 0.0)
