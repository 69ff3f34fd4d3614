"""A projection of another variable."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, Param
from alces.physics import AuxKernel, Points


class ProjectionAux(AuxKernel):
    """w = v, projected from the quadrature points: v and w may be of different families."""

    parameters = (Param("v", COUPLED, doc="variable v that is projected"),)

    def value(self, q: Points) -> Any:
        return q.value(self.p.v)
