"""Stresses in dynamic problems."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from alces.ad import Vector
from alces.params import BOOLEAN, PROPERTY, REAL, Param
from alces.physics import Points
from alces_mechanics.kernels.stress_divergence_tensors import StressDivergenceTensors
from alces_mechanics.options import prefixed, refuse


class DynamicStressDivergenceTensors(StressDivergenceTensors):
    """One component of the divergence of stresses with HHT averaging and stiffness-proportional damping.

    Strong form: -div((1 + alpha) (s + zeta s') - alpha (s_old + zeta s'_old)), s' = ds/dt by backward
    differences; the stress is zero before the first step. Source: Hilber, Hughes & Taylor, Earthq. Engng.
    Struct. Dyn. 5 (1977) 283, with Rayleigh damping.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param(
            "stiffness_damping_coefficient",
            PROPERTY,
            0.0,
            doc="zeta, damping proportional to stiffness (Rayleigh)",
            unit="s",
            aliases=("zeta",),
        ),
        Param("hht_alpha", REAL, 0.0, doc="alpha of HHT, -1/3 to 0; 0: Newmark", aliases=("alpha",)),
        Param("static_initialization", BOOLEAN, False, doc="only false: no static first step"),
    )

    def setup(self) -> None:
        super().setup()
        refuse(self, "static_initialization", "start from a state of rest")
        self._stress = prefixed(self.p.base_name, "stress")

    def remembers(self) -> Mapping[str, int]:
        if self.p.stiffness_damping_coefficient != 0.0:
            return {self._stress: 2}
        return {self._stress: 1} if self.p.hht_alpha else {}

    def flux(self, q: Points) -> Vector:
        i, alpha, now = self.p.component, self.p.hht_alpha, super().flux(q)
        if not self.remembers() or q.dt == 0.0:
            return now
        old = self.seen(q, q.property_old(self._stress))[i]
        if self.p.stiffness_damping_coefficient == 0.0:
            return now * (1.0 + alpha) - old * alpha
        older = self.seen(q, q.property_older(self._stress))[i]
        zeta = q.property(self.p.stiffness_damping_coefficient) / q.dt
        return (now + (now - old) * zeta) * (1.0 + alpha) - (old + (old - older) * zeta) * alpha
