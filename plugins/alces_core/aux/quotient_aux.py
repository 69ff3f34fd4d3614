"""A quotient of two variables."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, Param
from alces.physics import AuxKernel, Points


class QuotientAux(AuxKernel):
    """w = numerator / denominator."""

    nodal = True
    parameters = (
        Param("numerator", COUPLED, doc="variable above the line"),
        Param("denominator", COUPLED, doc="variable below the line"),
    )

    def value(self, q: Points) -> Any:
        return q.value(self.p.numerator) / q.value(self.p.denominator)
