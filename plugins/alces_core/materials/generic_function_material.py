"""Properties from functions."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.params import BOOLEAN, FUNCTIONS, STRINGS, Param
from alces.physics import Material, Points
from alces_core.lists import require_length


class GenericFunctionMaterial(Material):
    """Properties with the values of functions of space and time."""

    parameters = (
        Param("prop_names", STRINGS, doc="names of the properties"),
        Param("prop_values", FUNCTIONS, doc="functions that give their values"),
        Param("enable_stateful", BOOLEAN, False, doc="accepted: old values are at hand when somebody asks"),
    )

    def setup(self) -> None:
        require_length(self, "prop_values", "prop_names")

    def provides(self) -> Mapping[str, str]:
        return dict.fromkeys(self.p.prop_names, "scalar")

    def properties(self, q: Points) -> Mapping[str, Any]:
        return {n: q.function(f) for n, f in zip(self.p.prop_names, self.p.prop_values, strict=True)}
