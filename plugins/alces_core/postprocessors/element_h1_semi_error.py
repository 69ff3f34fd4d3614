"""Distance of a gradient to that of a function."""
from __future__ import annotations

import math
from typing import Any

from alces.params import COUPLED, FUNCTION, Param
from alces.physics import ElementPostprocessor, Points


class ElementH1SemiError(ElementPostprocessor):
    """Square root of the integral of ``|grad u - grad f|^2``."""

    parameters = (
        Param("variable", COUPLED, doc="variable u"),
        Param("function", FUNCTION, doc="function f"),
    )

    def integrand(self, q: Points) -> Any:
        difference = q.grad(self.p.variable) - q.function_gradient(self.p.function)
        return difference.dot(difference)

    def finish(self, total: float) -> float:
        return math.sqrt(total)
