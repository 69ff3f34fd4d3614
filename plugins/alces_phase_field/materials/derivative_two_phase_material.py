"""Free energy of two phases."""
from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations_with_replacement
from typing import Any

from alces.params import INTEGER, NAME, REAL, VARIABLE, VARIABLES, Param
from alces.physics import LazyProperties, Material, Points, derivative_name

from alces_phase_field.materials.derivative_multi_phase_material import part


class DerivativeTwoPhaseMaterial(Material):
    """``F = h F_b + (1 - h) F_a + W g`` and its derivatives by eta and the `coupled_variables`.

    h and g are functions of eta alone, F_a and F_b of the other variables alone. Derivatives that no
    material provides count as zero. Symbols: F free energies and W barrier [energy/volume], h switching
    function and g barrier function [1]. Source: A. A. Wheeler, W. J. Boettinger, G. B. McFadden, Phys. Rev. A
    45 (1992) 7424. Same as MOOSE's.
    """

    parameters = (
        Param("property_name", NAME, "F", doc="name of the property", aliases=("f_name",)),
        Param("fa_name", NAME, doc="free energy F_a of the phase at eta = 0"),
        Param("fb_name", NAME, doc="free energy F_b of the phase at eta = 1"),
        Param("h", NAME, "h", doc="switching function h(eta)"),
        Param("g", NAME, "g", doc="barrier function g(eta)"),
        Param("coupled_variables", VARIABLES, doc="variables of F_a and F_b", aliases=("args",)),
        Param("eta", VARIABLE, doc="order parameter"),
        Param("W", REAL, 0.0, doc="height of the barrier", unit="energy/volume"),
        Param("derivative_order", INTEGER, 3, doc="largest order of derivatives",
              range="derivative_order >= 2 & derivative_order <= 3"),
    )

    def setup(self) -> None:
        if self.p.eta in self.p.coupled_variables:
            raise self.error("coupled_variables", f"must not hold the order parameter '{self.p.eta}'")
        self._by = {self.p.property_name: ()}
        for order in range(1, self.p.derivative_order + 1):
            for by in combinations_with_replacement((*self.p.coupled_variables, self.p.eta), order):
                self._by[derivative_name(self.p.property_name, *by)] = by

    def provides(self) -> Mapping[str, str]:
        return dict.fromkeys(self._by, "scalar")

    def properties(self, q: Points) -> Mapping[str, Any]:
        return LazyProperties(self._by, lambda name: self._derivative(q, self._by[name]))

    def _derivative(self, q: Points, by: tuple[str, ...]) -> Any:
        eta, order = self.p.eta, by.count(self.p.eta)
        others = tuple(v for v in by if v != eta)
        a, b = part(q, self.p.fa_name, others), part(q, self.p.fb_name, others)
        total = part(q, self.p.h, (eta,) * order) * (b - a)
        if order == 0:
            total = total + a
        if not others and self.p.W:
            total = total + self.p.W * part(q, self.p.g, (eta,) * order)
        return total
