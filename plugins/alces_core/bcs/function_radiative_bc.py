"""Radiation to surroundings, with an emissivity from a function."""
from __future__ import annotations

from typing import Any

from alces.params import FUNCTION, REAL, Param
from alces.physics import IntegratedBC, Points


class FunctionRadiativeBC(IntegratedBC):
    """-k grad T . n = sigma e (T^4 - T_inf^4) with an emissivity e(x, t).

    Weak form: ``<v, sigma e (T^4 - T_inf^4)>``. Symbols: T temperature [K], sigma Stefan-Boltzmann constant
    [W/(m^2 K^4)], e emissivity [1]. Source: F. P. Incropera, D. P. DeWitt, Fundamentals of Heat and Mass
    Transfer, ch. 1. Same as MOOSE's.
    """

    parameters = (
        Param("emissivity_function", FUNCTION, doc="emissivity e", unit="1"),
        Param("Tinfinity", FUNCTION, 0.0, doc="temperature of the surroundings", unit="K"),
        Param("stefan_boltzmann_constant", REAL, 5.670367e-8, doc="Stefan-Boltzmann constant",
              unit="W/(m^2 K^4)"),
    )

    def value(self, q: Points) -> Any:
        lost = q.value(self.p.variable) ** 4 - q.function(self.p.Tinfinity) ** 4
        return self.p.stefan_boltzmann_constant * q.function(self.p.emissivity_function) * lost
