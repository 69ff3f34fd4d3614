"""A source in a point that follows a function."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alces.params import FUNCTION, POINT, Param
from alces.physics import DiracKernel, Points


class FunctionDiracSource(DiracKernel):
    """Source of strength s(x_0, t) at a point: ``u_t = ... + s delta(x - x_0)``, in the residual
    ``-s(x_0, t) v(x_0)``."""

    parameters = (
        Param("function", FUNCTION, doc="strength s, the integral of the source over the domain"),
        Param("point", POINT, doc="place x_0 of the source"),
    )

    def points(self) -> Sequence[tuple[float, float, float]]:
        return (self.p.point,)

    def value(self, q: Points) -> Any:
        return -q.function(self.p.function)
