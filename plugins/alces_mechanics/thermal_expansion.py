"""What materials of thermal expansion share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.ad import identity
from alces.params import COUPLED, FUNCTION, NAME, Param
from alces.physics import Material, Points

from alces_mechanics.options import BASE_NAME, prefixed

EXPANSION_FUNCTION = Param(
    "thermal_expansion_function",
    FUNCTION,
    doc="coefficient of thermal expansion as a function of temperature, which takes the place of t",
    unit="1/K",
)


class ThermalExpansion(Material):
    """Base of materials whose eigenstrain is the same in all directions and due to temperature."""

    parameters: ClassVar[tuple[Param, ...]] = (
        BASE_NAME,
        Param("temperature", COUPLED, doc="temperature", unit="K"),
        Param(
            "stress_free_temperature", COUPLED, doc="temperature at which there is no eigenstrain", unit="K"
        ),
        Param(
            "eigenstrain_name",
            NAME,
            doc="name of the eigenstrain, for `eigenstrain_names` of strain materials",
        ),
    )

    def provides(self) -> Mapping[str, str]:
        return {self.eigenstrain: "tensor"}

    @property
    def eigenstrain(self) -> str:
        """Name of the property."""
        return prefixed(self.p.base_name, self.p.eigenstrain_name)

    def expansion(self, q: Points) -> Any:
        """Linear expansion, the normal strain in every direction."""
        raise NotImplementedError(f"{type(self).__name__} defines no expansion")

    def properties(self, q: Points) -> Mapping[str, Any]:
        return {self.eigenstrain: identity * self.expansion(q)}
