"""Node where a variable is largest."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, Param
from alces.physics import NodePostprocessor, Points


class NodalMaxValueId(NodePostprocessor):
    """Number of the node where u is largest, in MOOSE's way of counting."""

    parameters = (Param("variable", COUPLED, doc="variable u"),)

    def integrand(self, q: Points) -> Any:
        return q.node_numbers

    def chooser(self, q: Points) -> Any:
        return q.value(self.p.variable)
