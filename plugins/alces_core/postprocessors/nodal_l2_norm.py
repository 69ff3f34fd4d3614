"""Norm of the nodal values of a variable."""
from __future__ import annotations

import math
from typing import Any

from alces.params import COUPLED, Param
from alces.physics import NodePostprocessor, Points


class NodalL2Norm(NodePostprocessor):
    """Square root of the sum of ``u^2`` over nodes. Same as MOOSE's."""

    reduction = "sum"
    parameters = (Param("variable", COUPLED, doc="variable u"),)

    def integrand(self, q: Points) -> Any:
        return q.value(self.p.variable) ** 2

    def finish(self, total: float) -> float:
        return math.sqrt(total)
