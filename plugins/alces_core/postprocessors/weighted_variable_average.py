"""Weighted average of a variable."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, PROPERTY, Param
from alces.physics import ElementPostprocessor, Points


class WeightedVariableAverage(ElementPostprocessor):
    """Integral of ``h u`` divided by the integral of h, with a material property h as weight."""

    reduction = "quotient"
    parameters = (
        Param("v", COUPLED, doc="variable u"),
        Param("weight", PROPERTY, doc="property h"),
    )

    def integrand(self, q: Points) -> Any:
        return q.property(self.p.weight) * q.value(self.p.v)

    def divisor(self, q: Points) -> Any:
        return q.property(self.p.weight)
