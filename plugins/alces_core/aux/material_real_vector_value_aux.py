"""A component of a vector material property."""
from __future__ import annotations

from typing import Any

from alces.params import INTEGER, REAL, VECTOR_PROPERTY, Param
from alces.physics import AuxKernel, Points


class MaterialRealVectorValueAux(AuxKernel):
    """w = factor P_i + offset with a vector property P."""

    parameters = (
        Param("property", VECTOR_PROPERTY, doc="property P"),
        Param("component", INTEGER, 0, doc="component i", range="component >= 0 & component <= 2"),
        Param("factor", REAL, 1.0, doc="factor"),
        Param("offset", REAL, 0.0, doc="offset"),
    )

    def value(self, q: Points) -> Any:
        return self.p.factor * q.property(self.p.property)[self.p.component] + self.p.offset
