"""Thermal properties of anisotropic materials."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.ad import Tensor
from alces.params import COUPLED, FUNCTION, NAME, REAL, REALS, Param
from alces.physics import Material, Points


class AnisoHeatConductionMaterial(Material):
    """Provides the tensor ``thermal_conductivity``, K (1 + a (T - T_ref)), and ``specific_heat``.

    The coefficient a and the specific heat are functions of temperature, which takes the place of t.
    """

    parameters = (
        Param("base_name", NAME, "", doc="prefix of the names of the properties"),
        Param("thermal_conductivity", REALS, unit="W/(m K)",
              doc="K: 1 entry (times the unit tensor), 3 (diagonal), 6 (xx yy zz yz xz xy) or 9 (columns)"),
        Param("temperature", COUPLED, None, doc="temperature T", unit="K"),
        Param("reference_temperature", REAL, 293.0, doc="T_ref", unit="K"),
        Param("thermal_conductivity_temperature_coefficient_function", FUNCTION, None, unit="1/K",
              doc="coefficient a as a function of temperature"),
        Param("specific_heat", FUNCTION, doc="specific heat as a function of temperature", unit="J/(kg K)"),
    )

    def setup(self) -> None:
        k = self.p.thermal_conductivity
        if len(k) in (1, 3):
            self._conductivity = Tensor.diagonal(*(k * 3)[:3])
        elif len(k) == 6:
            self._conductivity = Tensor.symmetric(*k)
        elif len(k) == 9:
            self._conductivity = Tensor([k[i::3] for i in range(3)])
        else:
            raise self.error("thermal_conductivity", f"needs 1, 3, 6 or 9 entries, not {len(k)}")
        for name in ("specific_heat", "thermal_conductivity_temperature_coefficient_function"):
            if self.p.temperature is None and isinstance(getattr(self.p, name), str):
                raise self.error(name, "a function of temperature needs temperature")
        prefix = f"{self.p.base_name}_" if self.p.base_name else ""
        self._names = f"{prefix}thermal_conductivity", f"{prefix}specific_heat"

    def provides(self) -> Mapping[str, str]:
        return dict(zip(self._names, ("tensor", "scalar"), strict=True))

    def properties(self, q: Points) -> Mapping[str, Any]:
        p, k, heat = self.p, self._conductivity, self.p.specific_heat
        if p.temperature is not None:
            now = q.value(p.temperature)
            heat = q.function_of_time(heat, now)
            slope = p.thermal_conductivity_temperature_coefficient_function
            if slope is not None:
                k = k * (1.0 + q.function_of_time(slope, now) * (now - p.reference_temperature))
        return dict(zip(self._names, (k, heat), strict=True))
