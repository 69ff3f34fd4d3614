"""Divergence of a vector of variables."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, Param
from alces.physics import AuxKernel, Points


class DivergenceAux(AuxKernel):
    """``du/dx + dv/dy + dw/dz`` in Cartesian coordinates; v and w count in two and three dimensions only.

    Same as MOOSE's.
    """

    parameters = (
        Param("u", COUPLED, doc="x component"),
        Param("v", COUPLED, 0.0, doc="y component"),
        Param("w", COUPLED, 0.0, doc="z component"),
    )

    def value(self, q: Points) -> Any:
        parts = (self.p.u, self.p.v, self.p.w)[: q.dim]
        return sum(q.grad(part)[i] for i, part in enumerate(parts))
