"""Steepness of a variable."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.params import COUPLED, NAME, Param
from alces.physics import Material, Points


class VariableGradientMaterial(Material):
    """``|grad v|``, the norm of a variable's gradient. Same as MOOSE's VariableGradientMaterial."""

    parameters = (
        Param("prop", NAME, doc="name of the property"),
        Param("variable", COUPLED, doc="the variable v"),
    )

    def provides(self) -> Mapping[str, str]:
        return {self.p.prop: "scalar"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        return {self.p.prop: q.grad(self.p.variable).norm()}
