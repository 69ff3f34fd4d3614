"""Sum of properties, with its derivatives as properties."""
from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations_with_replacement
from typing import Any

from alces.params import BOOLEAN, INTEGER, NAME, PROPERTIES, REAL, REALS, VARIABLES, Param
from alces.physics import LazyProperties, Material, Points, derivative_name
from alces_core.lists import require_length


class DerivativeSumMaterial(Material):
    """``F = constant + sum_i prefactor_i F_i``, and the same sum of the derivatives of F_i, up to an order.

    Derivatives by the coupled variables are named as `alces.physics.derivative_name` says. One that no
    material provides for an F_i counts as zero.

    Difference from MOOSE: `constant` is added to F; MOOSE reads it, but leaves it out of the sum.
    """

    parameters = (
        Param("property_name", NAME, "F", doc="name of the property", aliases=("f_name",)),
        Param("sum_materials", PROPERTIES, doc="properties F_i"),
        Param("coupled_variables", VARIABLES, (), doc="variables of the F_i", aliases=("args",)),
        Param("prefactor", REALS, (), doc="factor of each F_i; default: 1"),
        Param("constant", REAL, 0.0, doc="constant that is added"),
        Param("derivative_order", INTEGER, 3, doc="highest order of the derivatives",
              range="derivative_order >= 2 & derivative_order <= 3"),
        Param("validate_coupling", BOOLEAN, True,
              doc="accepted for MOOSE's decks; partials by variables that are not listed are there, too"),
    )

    def setup(self) -> None:
        p = self.p
        if p.prefactor:
            require_length(self, "prefactor", "sum_materials")
        if p.property_name in p.sum_materials:
            raise self.error("sum_materials", f"'{p.property_name}' cannot be part of its own sum")
        weights = p.prefactor or (1.0,) * len(p.sum_materials)
        self._terms = list(zip(weights, p.sum_materials, strict=True))
        self._variables: dict[str, tuple[str, ...]] = {
            derivative_name(p.property_name, *by): by
            for order in range(p.derivative_order + 1)
            for by in combinations_with_replacement(sorted(p.coupled_variables), order)
        }

    def provides(self) -> Mapping[str, str]:
        return dict.fromkeys(self._variables, "scalar")

    def properties(self, q: Points) -> Mapping[str, Any]:
        return LazyProperties(self._variables, lambda name: self._sum(self._variables[name], q))

    def _sum(self, by: tuple[str, ...], q: Points) -> Any:
        if not by:
            return self.p.constant + sum(weight * q.property(name) for weight, name in self._terms)
        derivatives = ((w, derivative_name(name, *by)) for w, name in self._terms if isinstance(name, str))
        return sum((w * q.property(name) for w, name in derivatives if q.has_property(name)), 0.0)
