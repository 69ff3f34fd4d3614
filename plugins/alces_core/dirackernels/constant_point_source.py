"""A constant source in a point."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alces.params import POINT, REAL, Param
from alces.physics import DiracKernel, Points


class ConstantPointSource(DiracKernel):
    """Source of strength s at a point: ``u_t = ... + s delta(x - x_0)``, in the residual ``-s v(x_0)``."""

    parameters = (
        Param("value", REAL, doc="strength s, the integral of the source over the domain"),
        Param("point", POINT, doc="place x_0 of the source"),
    )

    def points(self) -> Sequence[tuple[float, float, float]]:
        return (self.p.point,)

    def value(self, q: Points) -> Any:
        return -self.p.value
