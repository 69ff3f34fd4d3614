"""Constant inflow."""
from __future__ import annotations

from typing import Any

from alces.params import REAL, Param
from alces.physics import IntegratedBC, Points


class NeumannBC(IntegratedBC):
    """D grad u . n = value, an inflow for value > 0. Weak form: ``<v, -value>``."""

    parameters = (Param("value", REAL, 0.0, doc="inflow through the boundary"),)

    def value(self, q: Points) -> Any:
        return -self.p.value
