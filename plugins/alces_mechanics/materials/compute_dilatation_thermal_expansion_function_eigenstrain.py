"""Thermal expansion from measured dilatation."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import FUNCTION, Param
from alces.physics import Points
from alces_mechanics.thermal_expansion import ThermalExpansion


class ComputeDilatationThermalExpansionFunctionEigenstrain(ThermalExpansion):
    """Eigenstrain (f(T) - f(T_0)) I, f the relative change of length over temperature."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param(
            "dilatation_function",
            FUNCTION,
            doc="relative change of length as a function of temperature, which takes the place of t",
            unit="1",
        ),
    )

    def expansion(self, q: Points) -> Any:
        now, free = q.value(self.p.temperature), q.value(self.p.stress_free_temperature)
        f = self.p.dilatation_function
        return q.function_of_time(f, now) - q.function_of_time(f, free)
