"""Thermal properties, constant or depending on temperature."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.ad import maximum
from alces.params import COUPLED, FUNCTION, REAL, Param
from alces.physics import Material, Points

_NAMES = "thermal_conductivity", "specific_heat"


class HeatConductionMaterial(Material):
    """Provides ``thermal_conductivity`` and ``specific_heat``, those that are given.

    Each is a constant, or a function of the temperature `temp`, which takes the place of t in it.
    """

    parameters = (
        Param("temp", COUPLED, None, doc="temperature", unit="K"),
        Param("thermal_conductivity", REAL, None, doc="thermal conductivity", unit="W/(m K)"),
        Param("thermal_conductivity_temperature_function", FUNCTION, None, unit="W/(m K)",
              doc="thermal conductivity as a function of temperature"),
        Param("specific_heat", REAL, None, doc="specific heat", unit="J/(kg K)"),
        Param("specific_heat_temperature_function", FUNCTION, None, unit="J/(kg K)",
              doc="specific heat as a function of temperature"),
        Param("min_T", REAL, None, doc="the functions see no temperature below this one", unit="K"),
    )

    def setup(self) -> None:
        self._constants, self._functions = {}, {}
        for name in _NAMES:
            constant, function = getattr(self.p, name), getattr(self.p, f"{name}_temperature_function")
            if constant is not None and function is not None:
                raise self.error(f"{name}_temperature_function", f"excludes '{name}'")
            if function is not None and self.p.temp is None:
                raise self.error(f"{name}_temperature_function", "needs 'temp'")
            if constant is not None:
                self._constants[name] = constant
            elif function is not None:
                self._functions[name] = function
        if not self._constants and not self._functions:
            raise self.error("", "give thermal_conductivity, specific_heat or both")

    def provides(self) -> Mapping[str, str]:
        return dict.fromkeys((*self._constants, *self._functions), "scalar")

    def properties(self, q: Points) -> Mapping[str, Any]:
        if not self._functions:
            return self._constants
        now = q.value(self.p.temp)
        if self.p.min_T is not None:
            now = maximum(now, self.p.min_T)
        changing = {name: q.function_of_time(f, now) for name, f in self._functions.items()}
        return {**self._constants, **changing}
