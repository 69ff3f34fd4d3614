"""Inflow from a material property."""
from __future__ import annotations

from typing import Any

from alces.params import PROPERTY, REAL, Param
from alces.physics import IntegratedBC, Points


class MatNeumannBC(IntegratedBC):
    """D grad u . n = value M with a property M. Weak form: ``<v, -value M>``."""

    parameters = (
        Param("boundary_material", PROPERTY, doc="property M"),
        Param("value", REAL, 0.0, doc="factor of the property"),
    )

    def value(self, q: Points) -> Any:
        return -(self.p.value * q.property(self.p.boundary_material))
