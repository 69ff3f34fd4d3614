"""Rate of a scalar material property."""
from __future__ import annotations

from typing import Any

from alces.params import PROPERTY, REAL, Param
from alces.physics import AuxKernel, Points


class MaterialRateRealAux(AuxKernel):
    """w = factor (P - P_old) / dt + offset with a scalar property P; `offset` alone where there is no
    step."""

    parameters = (
        Param("property", PROPERTY, doc="property P"),
        Param("factor", REAL, 1.0, doc="factor"),
        Param("offset", REAL, 0.0, doc="offset"),
    )

    def value(self, q: Points) -> Any:
        if not q.dt:
            return self.p.offset
        change = q.property(self.p.property) - q.property_old(self.p.property)
        return self.p.factor * change / q.dt + self.p.offset
