"""Integral of a variable."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, Param
from alces.physics import ElementPostprocessor, Points


class ElementIntegralVariablePostprocessor(ElementPostprocessor):
    """Integral of u over the mesh or over blocks."""

    parameters = (Param("variable", COUPLED, doc="variable u"),)

    def integrand(self, q: Points) -> Any:
        return q.value(self.p.variable)
