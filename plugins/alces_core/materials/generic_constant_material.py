"""Constant properties."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.params import REALS, STRINGS, Param
from alces.physics import Material, Points
from alces_core.lists import require_length


class GenericConstantMaterial(Material):
    """Properties with constant values."""

    static = True
    parameters = (
        Param("prop_names", STRINGS, doc="names of the properties"),
        Param("prop_values", REALS, doc="their values"),
    )

    def setup(self) -> None:
        require_length(self, "prop_values", "prop_names")
        self._values = dict(zip(self.p.prop_names, self.p.prop_values, strict=True))

    def provides(self) -> Mapping[str, str]:
        return dict.fromkeys(self.p.prop_names, "scalar")

    def properties(self, q: Points) -> Mapping[str, Any]:
        return self._values
