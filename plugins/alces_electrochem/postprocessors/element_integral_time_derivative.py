"""Integral of a rate of change, for balances of charge and mass."""

from __future__ import annotations

from typing import Any

from alces.params import PROPERTY, VARIABLE, Param
from alces.physics import ElementPostprocessor, Points


class ElementIntegralTimeDerivative(ElementPostprocessor):
    """``integral of C dv/dt``, with the rate as the time integrator defines it.

    With C = K and v = eta this is the current that the reaction consumes: it equals the current through the
    boundaries.
    """

    parameters = (
        Param("variable", VARIABLE, doc="the variable v"),
        Param("coefficient", PROPERTY, 1.0, doc="factor C"),
    )

    def integrand(self, q: Points) -> Any:
        return q.property(self.p.coefficient) * q.dot(self.p.variable)
