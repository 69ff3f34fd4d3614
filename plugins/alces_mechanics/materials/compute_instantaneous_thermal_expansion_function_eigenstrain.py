"""Thermal expansion with an instantaneous coefficient that depends on temperature."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.ad import identity
from alces.params import Param
from alces.physics import Points
from alces_mechanics.thermal_expansion import EXPANSION_FUNCTION, ThermalExpansion


class ComputeInstantaneousThermalExpansionFunctionEigenstrain(ThermalExpansion):
    """Eigenstrain that adds up d(strain) = alpha(T) dT over the steps, by the trapezoidal rule.

    It starts from zero at the stress-free temperature: the first step goes from there to T.
    """

    parameters: ClassVar[tuple[Param, ...]] = (EXPANSION_FUNCTION,)

    def setup(self) -> None:
        self._strain, self._warming = f"{self.eigenstrain}:expansion", f"{self.eigenstrain}:warming"

    def provides(self) -> Mapping[str, str]:
        return {**super().provides(), self._strain: "scalar", self._warming: "scalar"}

    def state(self) -> Mapping[str, Any]:
        return {self._strain: 0.0, self._warming: 0.0}

    def properties(self, q: Points) -> Mapping[str, Any]:
        now, free = q.value(self.p.temperature), q.value(self.p.stress_free_temperature)
        before = free + q.state(self._warming)
        f = self.p.thermal_expansion_function
        alpha = 0.5 * (q.function_of_time(f, before) + q.function_of_time(f, now))
        strain = q.state(self._strain) + alpha * (now - before)
        return {self.eigenstrain: identity * strain, self._strain: strain, self._warming: now - free}
