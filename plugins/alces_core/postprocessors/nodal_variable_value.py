"""Value of a variable at a node."""
from __future__ import annotations

import math
from typing import Any

from alces.ad import where
from alces.params import COUPLED, INTEGER, REAL, Param
from alces.physics import NodePostprocessor, Points


class NodalVariableValue(NodePostprocessor):
    """scale_factor * u at the node of a number.

    Nodes are counted from 0 in the order in which the cells name them, as in MOOSE.
    """

    reduction = "maximum"
    parameters = (
        Param("variable", COUPLED, doc="variable u"),
        Param("nodeid", INTEGER, doc="number of the node", range="nodeid >= 0"),
        Param("scale_factor", REAL, 1.0, doc="factor"),
    )

    def integrand(self, q: Points) -> Any:
        return where(q.node_numbers == self.p.nodeid, q.value(self.p.variable), -math.inf)

    def finish(self, total: float) -> float:
        if not total > -math.inf:
            raise self.error("nodeid", f"the variable has no node {self.p.nodeid}")
        return self.p.scale_factor * total
