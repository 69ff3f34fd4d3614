"""Radiation into a surrounding cylinder."""

from __future__ import annotations

from typing import Any

from alces.params import FUNCTION, REAL, Param
from alces.physics import IntegratedBC, Points

STEFAN_BOLTZMANN = 5.670367e-8


class InfiniteCylinderRadiativeBC(IntegratedBC):
    """Radiative exchange between a convex surface and a long coaxial cylinder around it.

    Weak form: ``<v, sigma C (T^4 - T_inf^4)>`` with
    ``C = e_b e_c r_c / (e_c r_c + e_b r_b (1 - e_c))``: the exchange factor of the surface.

    T: temperature [K]; sigma: Stefan-Boltzmann constant [W/(m^2 K^4)]; r, e: radius [length] and emissivity
    [1] of the boundary (b) and of the cylinder (c).
    Source: F. P. Incropera, D. P. DeWitt, Fundamentals of Heat and Mass Transfer, ch. 13 (long coaxial
    cylinders). Same as MOOSE's InfiniteCylinderRadiativeBC.
    """

    parameters = (
        Param("boundary_radius", REAL, doc="radius of the boundary", unit="length",
              range="boundary_radius > 0"),
        Param("boundary_emissivity", REAL, 1.0, doc="emissivity of the boundary",
              range="boundary_emissivity >= 0 & boundary_emissivity <= 1"),
        Param("cylinder_radius", REAL, doc="radius of the cylinder", unit="length",
              range="cylinder_radius > 0"),
        Param("cylinder_emissivity", REAL, 1.0, doc="emissivity of the cylinder",
              range="cylinder_emissivity >= 0 & cylinder_emissivity <= 1"),
        Param("Tinfinity", FUNCTION, 0.0, doc="temperature of the cylinder", unit="K"),
        Param("stefan_boltzmann_constant", REAL, STEFAN_BOLTZMANN, doc="Stefan-Boltzmann constant",
              unit="W/(m^2 K^4)"),
    )

    def setup(self) -> None:
        p = self.p
        if p.cylinder_radius < p.boundary_radius:
            raise self.error("cylinder_radius", "must not be below 'boundary_radius'")
        e_b, e_c = p.boundary_emissivity, p.cylinder_emissivity
        below = e_c * p.cylinder_radius + e_b * p.boundary_radius * (1.0 - e_c)
        self._factor = p.stefan_boltzmann_constant * (e_b * e_c * p.cylinder_radius / below if below else 0.0)

    def value(self, q: Points) -> Any:
        return self._factor * (q.value(self.p.variable) ** 4 - q.function(self.p.Tinfinity) ** 4)
