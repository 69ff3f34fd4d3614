"""A copy of another variable."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, Param
from alces.physics import AuxKernel, Points


class SelfAux(AuxKernel):
    """w = v, at the nodes where w is nodal."""

    nodal = True
    parameters = (Param("v", COUPLED, doc="variable v that is copied"),)

    def value(self, q: Points) -> Any:
        return q.value(self.p.v)
