"""L1 distance of a variable to a function."""
from __future__ import annotations

from typing import Any

from alces.ad import abs
from alces.params import COUPLED, FUNCTION, Param
from alces.physics import ElementPostprocessor, Points


class ElementL1Error(ElementPostprocessor):
    """Integral of ``|u - f|``. Same as MOOSE's."""

    parameters = (
        Param("variable", COUPLED, doc="variable u"),
        Param("function", FUNCTION, doc="function f"),
    )

    def integrand(self, q: Points) -> Any:
        return abs(q.value(self.p.variable) - q.function(self.p.function))
