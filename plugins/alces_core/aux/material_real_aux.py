"""A scalar material property."""
from __future__ import annotations

from typing import Any

from alces.params import PROPERTY, REAL, Param
from alces.physics import AuxKernel, Points


class MaterialRealAux(AuxKernel):
    """w = factor P + offset with a scalar property P."""

    parameters = (
        Param("property", PROPERTY, doc="property P"),
        Param("factor", REAL, 1.0, doc="factor"),
        Param("offset", REAL, 0.0, doc="offset"),
    )

    def value(self, q: Points) -> Any:
        return self.p.factor * q.property(self.p.property) + self.p.offset
