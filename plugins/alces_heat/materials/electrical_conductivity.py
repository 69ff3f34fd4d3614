"""Electrical conductivity of a metal."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.params import COUPLED, REAL, STRING, Param
from alces.physics import Material, Points


class ElectricalConductivity(Material):
    """Provides ``electrical_conductivity`` = 1/rho with ``rho = rho_0 (1 + a (T - T_0)) / length_scale``.

    The defaults are those of copper in SI units.
    """

    parameters = (
        Param("temperature", COUPLED, 293.0, doc="temperature T", unit="K", aliases=("temp",)),
        Param("base_name", STRING, "", doc="prefix of the property's name"),
        Param("length_scale", REAL, 1.0,
              doc="metres per unit of length of the mesh", unit="m", range="length_scale > 0"),
        Param("ref_resistivity", REAL, 1.68e-8, doc="resistivity rho_0 at T_0", unit="Ohm m",
              range="ref_resistivity > 0"),
        Param("temp_coeff", REAL, 0.00386, doc="relative change of the resistivity a", unit="1/K"),
        Param("ref_temp", REAL, 293.0, doc="reference temperature T_0", unit="K"),
    )

    def setup(self) -> None:
        base = self.p.base_name
        self._name = f"{base}_electrical_conductivity" if base else "electrical_conductivity"

    def provides(self) -> Mapping[str, str]:
        return {self._name: "scalar"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        p = self.p
        warming = p.temp_coeff * (q.value(p.temperature) - p.ref_temp)
        return {self._name: (p.length_scale / p.ref_resistivity) / (1.0 + warming)}
