"""Rate of the electrode reaction metal <=> ion + electron."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.ad import exp, maximum
from alces.params import BOOLEAN, COUPLED, NAME, PROPERTY, REAL, VARIABLE, Param
from alces.physics import Material, Points, derivative_name


class ButlerVolmerRate(Material):
    """``I_BV = L_eta h'(eta) [exp(dG/2) - c+ exp(-dG/2)]``, negative where metal is deposited.

    ``dG = dG0 + s_phi phi`` in units of RT, phi in units of RT/F; ``c+ = max(c, 0)``, since c may undershoot
    slightly; ``h'`` confines the reaction to the interface. With ``s_phi = 0`` the reaction energy is a
    constant; ``s_phi = 1`` is the full overpotential of a metal at potential zero.

    L_eta: rate constant [1/time]; c: ion concentration over its maximum. Source: Gao et al., Adv. Energy
    Mater. 14 (2024) 2304488, equation (12), where L_eta multiplies the rate a second time in (14):
    `rate_squared`.
    """

    parameters = (
        Param("property_name", NAME, "I_BV", doc="name of the rate"),
        Param("eta", VARIABLE, doc="order parameter of the metal"),
        Param("h_name", PROPERTY, "h", doc="interpolation whose derivative property is used"),
        Param("concentration", COUPLED, doc="ion concentration c", unit="maximum concentration"),
        Param("potential", COUPLED, 0.0, doc="potential phi", unit="RT/F"),
        Param("rate_constant", PROPERTY, doc="L_eta", unit="1/time"),
        Param("reaction_energy", PROPERTY, doc="Gibbs energy dG0, negative for deposition", unit="RT"),
        Param(
            "potential_factor",
            REAL,
            0.0,
            doc="s_phi, share of the potential in the reaction energy",
            unit="1",
        ),
        Param("rate_squared", BOOLEAN, False, doc="use L_eta^2, as the printed equations have it"),
    )

    def setup(self) -> None:
        if not isinstance(self.p.h_name, str):
            raise self.error(
                "h_name", f"a property with a derivative is needed, not the number {self.p.h_name:g}"
            )
        self._slope = derivative_name(self.p.h_name, self.p.eta)

    def provides(self) -> Mapping[str, str]:
        return {self.p.property_name: "scalar"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        rate = q.property(self.p.rate_constant)
        if self.p.rate_squared:
            rate = rate * rate
        half = 0.5 * q.property(self.p.reaction_energy)
        if self.p.potential_factor != 0.0:
            half = half + (0.5 * self.p.potential_factor) * q.value(self.p.potential)
        c = maximum(q.value(self.p.concentration), 0.0)
        return {self.p.property_name: rate * (exp(half) - c * exp(-half)) * q.property(self._slope)}
