"""Norm of a variable in each cell."""
from __future__ import annotations

from typing import Any, ClassVar

from alces.ad import Vector, abs, power
from alces.params import COUPLED, REAL, Param
from alces.physics import AuxKernel, Points


class ElementLpNormAux(AuxKernel):
    """w = ``(integral over the cell of |u|^p)^(1/p)``."""

    cell_integral = True
    parameters: ClassVar[tuple[Param, ...]] = (
        Param("coupled_variable", COUPLED, doc="variable u"),
        Param("p", REAL, 2.0, doc="exponent", range="p >= 1"),
    )

    def value(self, q: Points) -> Any:
        return self.measure(q.value(self.p.coupled_variable))

    def measure(self, a: Any) -> Any:
        """``|a|^p`` of a scalar or `Vector`."""
        if isinstance(a, Vector):
            return power(a.dot(a), 0.5 * self.p.p)
        return power(abs(a), self.p.p)

    def finish(self, total: Any) -> Any:
        return power(total, 1.0 / self.p.p)
