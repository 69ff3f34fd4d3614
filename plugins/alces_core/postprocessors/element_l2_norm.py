"""L2 norm of a variable."""
from __future__ import annotations

import math
from typing import Any

from alces.params import COUPLED, Param
from alces.physics import ElementPostprocessor, Points


class ElementL2Norm(ElementPostprocessor):
    """Square root of the integral of ``u^2``."""

    parameters = (Param("variable", COUPLED, doc="variable u"),)

    def integrand(self, q: Points) -> Any:
        return q.value(self.p.variable) ** 2

    def finish(self, total: float) -> float:
        return math.sqrt(total)
