"""Thermal expansion."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import PROPERTY, Param
from alces.physics import Points
from alces_mechanics.thermal_expansion import ThermalExpansion


class ComputeThermalExpansionEigenstrain(ThermalExpansion):
    """Eigenstrain alpha (T - T_0) I."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("thermal_expansion_coeff", PROPERTY, doc="linear coefficient of thermal expansion", unit="1/K"),
    )

    def expansion(self, q: Points) -> Any:
        warming = q.value(self.p.temperature) - q.value(self.p.stress_free_temperature)
        return q.property(self.p.thermal_expansion_coeff) * warming
