"""Convection with a heat transfer coefficient from a function."""
from __future__ import annotations

from typing import Any

from alces.params import FUNCTION, Param
from alces.physics import IntegratedBC, Points


class ConvectiveFluxFunction(IntegratedBC):
    """k grad T . n = -h (T - T_infinity). Weak form: ``<v, h (T - T_infinity)>``."""

    parameters = (
        Param("T_infinity", FUNCTION, doc="temperature far from the wall", unit="K"),
        Param("coefficient", FUNCTION, doc="heat transfer coefficient h, a function of space and time",
              unit="W/(m^2 K)"),
    )

    def value(self, q: Points) -> Any:
        return q.function(self.p.coefficient) * (q.value(self.p.variable) - q.function(self.p.T_infinity))
