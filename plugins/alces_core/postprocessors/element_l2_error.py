"""L2 distance of a variable to a function."""
from __future__ import annotations

import math
from typing import Any

from alces.params import COUPLED, FUNCTION, Param
from alces.physics import ElementPostprocessor, Points


class ElementL2Error(ElementPostprocessor):
    """Square root of the integral of ``(u - f)^2``."""

    parameters = (
        Param("variable", COUPLED, doc="variable u"),
        Param("function", FUNCTION, doc="function f"),
    )

    def integrand(self, q: Points) -> Any:
        return (q.value(self.p.variable) - q.function(self.p.function)) ** 2

    def finish(self, total: float) -> float:
        return math.sqrt(total)
