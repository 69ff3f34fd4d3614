"""Integral of a material property."""
from __future__ import annotations

from typing import Any

from alces.params import PROPERTY, Param
from alces.physics import ElementPostprocessor, Points


class ElementIntegralMaterialProperty(ElementPostprocessor):
    """Integral of a scalar property over the mesh or over blocks."""

    parameters = (Param("mat_prop", PROPERTY, doc="the property"),)

    def integrand(self, q: Points) -> Any:
        return q.property(self.p.mat_prop)
