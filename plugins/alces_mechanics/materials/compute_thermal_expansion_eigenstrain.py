"""Thermal expansion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.ad import identity
from alces.params import COUPLED, NAME, PROPERTY, Param
from alces.physics import Material, Points
from alces_mechanics.options import BASE_NAME, prefixed


class ComputeThermalExpansionEigenstrain(Material):
    """Eigenstrain alpha (T - T_0) I."""

    parameters: ClassVar[tuple[Param, ...]] = (
        BASE_NAME,
        Param("temperature", COUPLED, doc="temperature", unit="K"),
        Param(
            "stress_free_temperature", COUPLED, doc="temperature at which there is no eigenstrain", unit="K"
        ),
        Param("thermal_expansion_coeff", PROPERTY, doc="linear coefficient of thermal expansion", unit="1/K"),
        Param(
            "eigenstrain_name",
            NAME,
            doc="name of the eigenstrain, for `eigenstrain_names` of strain materials",
        ),
    )

    def provides(self) -> Mapping[str, str]:
        return {prefixed(self.p.base_name, self.p.eigenstrain_name): "tensor"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        warming = q.value(self.p.temperature) - q.value(self.p.stress_free_temperature)
        strain = q.property(self.p.thermal_expansion_coeff) * warming
        return {prefixed(self.p.base_name, self.p.eigenstrain_name): identity * strain}
