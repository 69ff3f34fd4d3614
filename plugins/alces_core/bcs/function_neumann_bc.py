"""Inflow from a function."""
from __future__ import annotations

from typing import Any

from alces.params import FUNCTION, Param
from alces.physics import IntegratedBC, Points


class FunctionNeumannBC(IntegratedBC):
    """D grad u . n = function(x, y, z, t), an inflow where positive. Weak form: ``<v, -function>``."""

    parameters = (Param("function", FUNCTION, 1.0, doc="inflow through the boundary"),)

    def value(self, q: Points) -> Any:
        return -q.function(self.p.function)
