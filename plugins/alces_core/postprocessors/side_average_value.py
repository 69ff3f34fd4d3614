"""Average of a variable over a boundary."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, Param
from alces.physics import Points, SidePostprocessor


class SideAverageValue(SidePostprocessor):
    """Integral of u over boundaries divided by their area."""

    reduction = "average"
    parameters = (Param("variable", COUPLED, doc="variable u"),)

    def integrand(self, q: Points) -> Any:
        return q.value(self.p.variable)
