"""Average acceleration of a variable."""
from __future__ import annotations

from typing import Any

from alces.params import VARIABLE, Param
from alces.physics import ElementPostprocessor, Points


class ElementAverageSecondTimeDerivative(ElementPostprocessor):
    """Integral of d^2u/dt^2 over volume, as the time integrator defines it."""

    reduction = "average"
    parameters = (Param("variable", VARIABLE, doc="variable u"),)

    def integrand(self, q: Points) -> Any:
        return q.dotdot(self.p.variable)
