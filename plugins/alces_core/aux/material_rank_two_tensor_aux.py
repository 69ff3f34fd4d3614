"""A component of a tensor property."""
from __future__ import annotations

from typing import Any

from alces.params import INTEGER, REAL, TENSOR_PROPERTY, Param
from alces.physics import AuxKernel, Points


class MaterialRankTwoTensorAux(AuxKernel):
    """w = factor T_ij + offset with a tensor property T."""

    parameters = (
        Param("property", TENSOR_PROPERTY, doc="the tensor property T"),
        Param("i", INTEGER, doc="row, 0 to 2", range="i >= 0 & i <= 2"),
        Param("j", INTEGER, doc="column, 0 to 2", range="j >= 0 & j <= 2"),
        Param("factor", REAL, 1.0, doc="factor"),
        Param("offset", REAL, 0.0, doc="offset"),
    )

    def value(self, q: Points) -> Any:
        return self.p.factor * q.property(self.p.property)[self.p.i, self.p.j] + self.p.offset
