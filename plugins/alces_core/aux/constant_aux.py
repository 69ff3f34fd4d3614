"""A constant."""
from __future__ import annotations

from typing import Any

from alces.params import REAL, Param
from alces.physics import AuxKernel, Points


class ConstantAux(AuxKernel):
    """w = value."""

    nodal = True
    parameters = (Param("value", REAL, 0.0, doc="the value"),)

    def value(self, q: Points) -> Any:
        return self.p.value
