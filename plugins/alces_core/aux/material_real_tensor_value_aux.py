"""An entry of a tensor material property."""
from __future__ import annotations

from typing import Any

from alces.params import INTEGER, REAL, TENSOR_PROPERTY, Param
from alces.physics import AuxKernel, Points


class MaterialRealTensorValueAux(AuxKernel):
    """w = factor T_ij + offset with a tensor property T, row i and column j counted from 0."""

    parameters = (
        Param("property", TENSOR_PROPERTY, doc="the tensor property T"),
        Param("row", INTEGER, 0, doc="row i, 0 to 2", range="row >= 0 & row <= 2"),
        Param("column", INTEGER, 0, doc="column j, 0 to 2", range="column >= 0 & column <= 2"),
        Param("factor", REAL, 1.0, doc="factor"),
        Param("offset", REAL, 0.0, doc="offset"),
    )

    def value(self, q: Points) -> Any:
        return self.p.factor * q.property(self.p.property)[self.p.row, self.p.column] + self.p.offset
