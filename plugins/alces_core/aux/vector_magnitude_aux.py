"""Magnitude of a vector of variables."""
from __future__ import annotations

from typing import Any

from alces.ad import sqrt
from alces.params import COUPLED, Param
from alces.physics import AuxKernel, Points


class VectorMagnitudeAux(AuxKernel):
    """``sqrt(x^2 + y^2 + z^2)`` of three variables; y and z count in two and three dimensions only.

    Same as MOOSE's.
    """

    nodal = True
    parameters = (
        Param("x", COUPLED, doc="x component"),
        Param("y", COUPLED, 0.0, doc="y component"),
        Param("z", COUPLED, 0.0, doc="z component"),
    )

    def value(self, q: Points) -> Any:
        parts = (self.p.x, self.p.y, self.p.z)[: q.dim]
        return sqrt(sum(q.value(part) ** 2 for part in parts))
