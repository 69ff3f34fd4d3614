"""Average along the axis of symmetry."""
from __future__ import annotations

from typing import Any

from alces.params import VARIABLE, Param
from alces.physics import Points, SidePostprocessor


class AxisymmetricCenterlineAverageValue(SidePostprocessor):
    """Average of a variable along a boundary on the axis of an RZ problem, whose area is zero."""

    reduction = "average"
    flat = True
    parameters = (Param("variable", VARIABLE, doc="the variable"),)

    def integrand(self, q: Points) -> Any:
        return q.value(self.p.variable)
