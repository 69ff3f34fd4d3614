"""Largest nodal value of a variable."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, Param
from alces.physics import NodePostprocessor, Points


class NodalMaxValue(NodePostprocessor):
    """Largest value of u at the nodes."""

    reduction = "maximum"
    parameters = (Param("variable", COUPLED, doc="variable u"),)

    def integrand(self, q: Points) -> Any:
        return q.value(self.p.variable)
