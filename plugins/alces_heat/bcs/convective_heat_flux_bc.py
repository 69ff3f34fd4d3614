"""Convection with a heat transfer coefficient from a material."""
from __future__ import annotations

from typing import Any

from alces.params import PROPERTY, STRING, Param
from alces.physics import IntegratedBC, Points


class ConvectiveHeatFluxBC(IntegratedBC):
    """k grad T . n = -h (T - T_infinity). Weak form: ``<v, h (T - T_infinity)>``."""

    parameters = (
        Param("T_infinity", PROPERTY, doc="temperature far from the wall", unit="K"),
        Param("heat_transfer_coefficient", PROPERTY, doc="heat transfer coefficient h", unit="W/(m^2 K)"),
        Param("heat_transfer_coefficient_dT", STRING, "",
              doc="accepted for MOOSE's decks: the derivative of h comes by itself"),
    )

    def value(self, q: Points) -> Any:
        excess = q.value(self.p.variable) - q.property(self.p.T_infinity)
        return q.property(self.p.heat_transfer_coefficient) * excess
