"""Thermal expansion with a mean coefficient that depends on temperature."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import REAL, Param
from alces.physics import Points
from alces_mechanics.thermal_expansion import EXPANSION_FUNCTION, ThermalExpansion


class ComputeMeanThermalExpansionFunctionEigenstrain(ThermalExpansion):
    """Eigenstrain (d(T) - d(T_0)) / (1 + d(T_0)) I with d(T) = alpha(T) (T - T_ref).

    alpha is the mean coefficient between T_ref and T, as measured on a specimen whose length counts from
    T_ref; the division makes the length at T_0 the one that strain refers to. Source: Niffenegger & Reichlin,
    Nuclear Engineering and Design 243 (2012) 176.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        EXPANSION_FUNCTION,
        Param(
            "thermal_expansion_function_reference_temperature",
            REAL,
            doc="T_ref that the mean coefficient counts from",
            unit="K",
        ),
    )

    def expansion(self, q: Points) -> Any:
        free = self._dilatation(q, q.value(self.p.stress_free_temperature))
        return (self._dilatation(q, q.value(self.p.temperature)) - free) / (1.0 + free)

    def _dilatation(self, q: Points, temperature: Any) -> Any:
        alpha = q.function_of_time(self.p.thermal_expansion_function, temperature)
        return alpha * (temperature - self.p.thermal_expansion_function_reference_temperature)
