"""A stress besides that of elasticity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.params import NAME, PROPERTY, REALS, Param
from alces.physics import Material, Points
from alces_mechanics.options import BASE_NAME, prefixed
from alces_mechanics.tensor_lists import tensor_from


class ComputeExtraStressConstant(Material):
    """`extra_stress` = prefactor * extra_stress_tensor, for `extra_stress_names` of stress materials.

    A gas at the pressure p in a void has ``extra_stress_tensor = -1`` and the prefactor p.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        BASE_NAME,
        Param(
            "extra_stress_tensor",
            REALS,
            doc="stress at prefactor 1: 1 (times the unit tensor), 3 (diagonal), 6 (xx yy zz yz xz xy) or 9 "
            "entries (rows)",
            unit="Pa",
        ),
        Param("prefactor", PROPERTY, 1.0, doc="factor", unit="1"),
        Param("extra_stress_name", NAME, "extra_stress", doc="name of the property"),
    )

    def setup(self) -> None:
        self._name = prefixed(self.p.base_name, self.p.extra_stress_name)
        self._tensor = tensor_from(self, "extra_stress_tensor")

    def provides(self) -> Mapping[str, str]:
        return {self._name: "tensor"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        return {self._name: self._tensor * q.property(self.p.prefactor)}
