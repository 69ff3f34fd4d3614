"""Number of nodes where a variable is above or below a value."""
from __future__ import annotations

from typing import Any

from alces.ad import where
from alces.params import REAL, VARIABLE, Choice, Param
from alces.physics import NodePostprocessor, Points


class GreaterThanLessThanPostprocessor(NodePostprocessor):
    """Number of nodes where ``u > value``, or ``u < value``: of degrees of freedom for nodal variables.

    Same as MOOSE's for Lagrange variables; its `subdomain` is `block` here.
    """

    reduction = "sum"
    parameters = (
        Param("variable", VARIABLE, doc="nodal variable u"),
        Param("value", REAL, 0.0, doc="what u is compared with"),
        Param("comparator", Choice("greater", "less"), "greater", doc="which nodes are counted"),
    )

    def integrand(self, q: Points) -> Any:
        u = q.value(self.p.variable)
        return where(u > self.p.value if self.p.comparator == "greater" else u < self.p.value, 1.0, 0.0)
