"""A rate that rises with temperature."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.ad import exp
from alces.params import COUPLED, NAME, REAL, Param
from alces.physics import Material, Points

GAS_CONSTANT = 8.31446261815324  # J/(mol K), CODATA 2018


class ArrheniusRate(Material):
    """Rate ``r = A exp(-E/(R T))``.

    A: prefactor [1/time]; E: activation energy [J/mol]; T: temperature [K]; R = 8.314... J/(mol K).
    """

    parameters = (
        Param("property_name", NAME, "r", doc="name of the property"),
        Param("prefactor", REAL, doc="A", unit="1/time", range="prefactor > 0"),
        Param("activation_energy", REAL, doc="E", unit="J/mol", range="activation_energy >= 0"),
        Param("temperature", COUPLED, 310.0, doc="T: a variable or a number", unit="K"),
    )

    def provides(self) -> Mapping[str, str]:
        return {self.p.property_name: "scalar"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        kelvin = q.value(self.p.temperature)
        return {
            self.p.property_name: self.p.prefactor * exp(-self.p.activation_energy / (GAS_CONSTANT * kelvin))
        }
