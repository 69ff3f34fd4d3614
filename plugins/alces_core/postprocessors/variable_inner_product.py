"""Inner product of two variables."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, Param
from alces.physics import ElementPostprocessor, Points


class VariableInnerProduct(ElementPostprocessor):
    """Integral of ``u w``. Same as MOOSE's."""

    parameters = (
        Param("variable", COUPLED, doc="variable u"),
        Param("second_variable", COUPLED, doc="variable w"),
    )

    def integrand(self, q: Points) -> Any:
        return q.value(self.p.variable) * q.value(self.p.second_variable)
