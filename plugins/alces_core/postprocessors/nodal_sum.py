"""Sum of nodal values."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, Param
from alces.physics import NodePostprocessor, Points


class NodalSum(NodePostprocessor):
    """Sum of u over nodes."""

    reduction = "sum"
    parameters = (Param("variable", COUPLED, doc="variable u"),)

    def integrand(self, q: Points) -> Any:
        return q.value(self.p.variable)
