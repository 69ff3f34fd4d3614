"""Heat lost by convection."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, PROPERTY, Param
from alces.physics import Points, SidePostprocessor


class ConvectiveHeatTransferSideIntegral(SidePostprocessor):
    """Integral of ``h (T_solid - T_fluid)`` over boundaries, in W (W/m in 2D)."""

    parameters = (
        Param("T_solid", COUPLED, doc="temperature of the solid", unit="K"),
        Param("T_fluid_var", COUPLED, None, doc="temperature of the fluid, a variable", unit="K"),
        Param("T_fluid", PROPERTY, None, doc="temperature of the fluid, a property", unit="K"),
        Param("htc_var", COUPLED, None, doc="heat transfer coefficient h, a variable", unit="W/(m^2 K)"),
        Param("htc", PROPERTY, None, doc="heat transfer coefficient h, a property", unit="W/(m^2 K)"),
    )

    def setup(self) -> None:
        for name in ("T_fluid", "htc"):
            if self.p.given(name) == self.p.given(f"{name}_var"):
                raise self.error(name, f"give either '{name}' or '{name}_var'")

    def integrand(self, q: Points) -> Any:
        return self._either(q, "htc") * (q.value(self.p.T_solid) - self._either(q, "T_fluid"))

    def _either(self, q: Points, name: str) -> Any:
        if self.p.given(name):
            return q.property(getattr(self.p, name))
        return q.value(getattr(self.p, f"{name}_var"))
