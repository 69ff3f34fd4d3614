"""Nodal distance to a function."""
from __future__ import annotations

import math
from typing import Any

from alces.params import COUPLED, FUNCTION, Param
from alces.physics import NodePostprocessor, Points


class NodalL2Error(NodePostprocessor):
    """Square root of the sum of ``(u - f)^2`` over nodes."""

    reduction = "sum"
    parameters = (
        Param("variable", COUPLED, doc="variable u"),
        Param("function", FUNCTION, doc="function f"),
    )

    def integrand(self, q: Points) -> Any:
        return (q.value(self.p.variable) - q.function(self.p.function)) ** 2

    def finish(self, total: float) -> float:
        return math.sqrt(total)
