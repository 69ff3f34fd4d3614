"""Average rate of a variable."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, Param
from alces.physics import ElementPostprocessor, Points


class ElementAverageTimeDerivative(ElementPostprocessor):
    """Integral of du/dt over volume, the rate as the time integrator defines it. Same as MOOSE's."""

    reduction = "average"
    parameters = (Param("variable", COUPLED, doc="variable u"),)

    def integrand(self, q: Points) -> Any:
        return q.dot(self.p.variable)
