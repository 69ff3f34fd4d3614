"""Constant vector properties."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.ad import Vector
from alces.params import REALS, STRINGS, Param
from alces.physics import Material, Points
from alces_core.lists import require_length


class GenericConstantVectorMaterial(Material):
    """Vector properties with constant components."""

    static = True
    parameters = (
        Param("prop_names", STRINGS, doc="names of the properties"),
        Param("prop_values", REALS, doc="three components for each property"),
    )

    def setup(self) -> None:
        require_length(self, "prop_values", "prop_names", each=3)
        values = self.p.prop_values
        self._values = {name: Vector(*values[3 * i : 3 * i + 3]) for i, name in enumerate(self.p.prop_names)}

    def provides(self) -> Mapping[str, str]:
        return dict.fromkeys(self.p.prop_names, "vector")

    def properties(self, q: Points) -> Mapping[str, Any]:
        return self._values
