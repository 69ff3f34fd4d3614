"""Constant thermal properties."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.params import REAL, Param
from alces.physics import Material, Points


class HeatConductionMaterial(Material):
    """Provides ``thermal_conductivity`` and ``specific_heat``, those that are given, as constants."""

    static = True
    parameters = (
        Param("thermal_conductivity", REAL, None, doc="thermal conductivity", unit="W/(m K)"),
        Param("specific_heat", REAL, None, doc="specific heat", unit="J/(kg K)"),
    )

    def setup(self) -> None:
        names = ("thermal_conductivity", "specific_heat")
        self._values = {n: getattr(self.p, n) for n in names if getattr(self.p, n) is not None}
        if not self._values:
            raise self.error("", "give thermal_conductivity, specific_heat or both")

    def provides(self) -> Mapping[str, str]:
        return dict.fromkeys(self._values, "scalar")

    def properties(self, q: Points) -> Mapping[str, Any]:
        return self._values
