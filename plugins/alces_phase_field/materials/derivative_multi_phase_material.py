"""Free energy of several phases."""
from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations_with_replacement
from typing import Any

from alces.params import INTEGER, NAME, REAL, STRINGS, VARIABLES, Param
from alces.physics import LazyProperties, Material, Points, derivative_name

from alces_phase_field.lists import check_same_length


class DerivativeMultiPhaseMaterial(Material):
    """``F = sum_i h_i F_i + W g`` and its derivatives by the eta_i and the `coupled_variables`.

    h_i is a function of eta_i alone, g of all eta_i, F_i of the other variables alone. Derivatives that no
    material provides count as zero. Symbols: F free energies and W barrier [energy/volume], h switching and g
    barrier functions [1]. Source: I. Steinbach, Modelling Simul. Mater. Sci. Eng. 17 (2009) 073001. Same as
    MOOSE's; goes with `SwitchingFunctionConstraintEta` and its like.
    """

    parameters = (
        Param("property_name", NAME, "F", doc="name of the property", aliases=("f_name",)),
        Param("fi_names", STRINGS, doc="free energies F_i"),
        Param("hi_names", STRINGS, doc="switching functions h_i(eta_i), one for each F_i"),
        Param("etas", VARIABLES, doc="order parameters eta_i, one for each F_i"),
        Param("g", NAME, "g", doc="barrier function g"),
        Param("coupled_variables", VARIABLES, (), doc="variables of the F_i", aliases=("args",)),
        Param("W", REAL, 0.0, doc="height of the barrier", unit="energy/volume"),
        Param("derivative_order", INTEGER, 3, doc="largest order of derivatives",
              range="derivative_order >= 2 & derivative_order <= 3"),
    )

    def setup(self) -> None:
        check_same_length(self, "fi_names", "hi_names")
        check_same_length(self, "fi_names", "etas")
        twice = set(self.p.etas) & set(self.p.coupled_variables)
        if twice:
            raise self.error("coupled_variables", f"must not hold the order parameter '{min(twice)}'")
        self._by: dict[str, tuple[str, ...]] = {self.p.property_name: ()}
        for order in range(1, self.p.derivative_order + 1):
            for by in combinations_with_replacement((*self.p.coupled_variables, *self.p.etas), order):
                self._by[derivative_name(self.p.property_name, *by)] = by

    def provides(self) -> Mapping[str, str]:
        return dict.fromkeys(self._by, "scalar")

    def properties(self, q: Points) -> Mapping[str, Any]:
        return LazyProperties(self._by, lambda name: self._derivative(q, self._by[name]))

    def _derivative(self, q: Points, by: tuple[str, ...]) -> Any:
        etas = tuple(v for v in by if v in self.p.etas)
        others = tuple(v for v in by if v not in self.p.etas)
        total: Any = self.p.W * part(q, self.p.g, etas) if self.p.W and not others else 0.0
        for f, h, eta in zip(self.p.fi_names, self.p.hi_names, self.p.etas, strict=True):
            if all(v == eta for v in etas):
                total = total + part(q, h, etas) * part(q, f, others)
        return total


def part(q: Points, name: str, by: tuple[str, ...]) -> Any:
    """A property's derivative; zero where no material provides it."""
    full = derivative_name(name, *by)
    return q.property(full) if not by or q.has_property(full) else 0.0
