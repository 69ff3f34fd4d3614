"""A double well of a vacancy concentration between its equilibrium value and the void."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from alces.params import INTEGER, NAME, PROPERTY, VARIABLE, Choice, Param

from alces_phase_field.derivative_material import ENABLE_JIT, DerivativeMaterial

# Coefficients of powers of c; b stands for a (1 - a) with the equilibrium concentration a.
_WELLS = {
    "4": "16*(c-a)^2*(1-c-a)^2",
    "6": "64*(2*c^6-6*c^5+(3*b+27/4)*c^4-(6*b+7/2)*c^3+(9/2*b+3/4)*c^2-3/2*b*c)",
    "8": "256*(3*c^8-12*c^7+(4*b+20)*c^6-(12*b+18)*c^5+(15*b+75/8)*c^4"
         "-(10*b+11/4)*c^3+(15/4*b+3/8)*c^2-3/4*b*c)",
}


class PolynomialFreeEnergy(DerivativeMaterial):
    """``F = W p(c)`` with a polynomial of order 4, 6 or 8 that is flat at ``c = a`` and ``c = 1 - a``.

    Order 4: ``p = 16 (c - a)^2 (1 - c - a)^2``. a: equilibrium concentration; W: barrier height
    [energy/volume]; both are properties (`PFParamsPolyFreeEnergy`) and constant in the derivatives.
    Source: D. Schwen et al., Comput. Mater. Sci. 132 (2017) 36. Same as MOOSE's PolynomialFreeEnergy.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("c", VARIABLE, doc="concentration"),
        Param("polynomial_order", Choice("4", "6", "8"), doc="order of the polynomial"),
        Param("c_eq_name", PROPERTY, "c_eq", doc="equilibrium concentration a"),
        Param("W_name", PROPERTY, "barr_height", doc="barrier height W", unit="energy/volume"),
        Param("property_name", NAME, "F", doc="name of the property", aliases=("f_name",)),
        ENABLE_JIT,
        Param("derivative_order", INTEGER, 3, doc="highest order of the derivatives",
              range="derivative_order >= 0"),
    )

    def setup(self) -> None:
        self.order = self.p.derivative_order  # type: ignore[misc]
        for name in ("c_eq_name", "W_name"):
            if not isinstance(getattr(self.p, name), str):
                raise self.error(name, "must be a property")

    @property
    def property_name(self) -> str:
        return self.p.property_name

    def formula(self) -> str:
        b = "(a_eq*(1-a_eq))"
        names = {"c": self.p.c, "a": "a_eq", "b": b}
        well = "".join(names.get(letter, letter) for letter in _WELLS[self.p.polynomial_order])
        return f"W_barrier*{well}"

    def variables(self) -> Sequence[str]:
        return (self.p.c,)

    def properties_used(self) -> Mapping[str, str]:
        return {"a_eq": self.p.c_eq_name, "W_barrier": self.p.W_name}
