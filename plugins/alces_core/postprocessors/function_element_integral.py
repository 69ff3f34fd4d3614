"""Integral of a function."""
from __future__ import annotations

from typing import Any

from alces.params import FUNCTION, Param
from alces.physics import ElementPostprocessor, Points


class FunctionElementIntegral(ElementPostprocessor):
    """Integral of a function over the mesh or over blocks."""

    parameters = (Param("function", FUNCTION, doc="the function"),)

    def integrand(self, q: Points) -> Any:
        return q.function(self.p.function)
