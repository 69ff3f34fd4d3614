"""L2 distance of two variables."""
from __future__ import annotations

import math
from typing import Any

from alces.params import COUPLED, Param
from alces.physics import ElementPostprocessor, Points


class ElementL2Difference(ElementPostprocessor):
    """Square root of the integral of ``(u - v)^2``."""

    parameters = (
        Param("variable", COUPLED, doc="variable u"),
        Param("other_variable", COUPLED, doc="variable v"),
    )

    def integrand(self, q: Points) -> Any:
        return (q.value(self.p.variable) - q.value(self.p.other_variable)) ** 2

    def finish(self, total: float) -> float:
        return math.sqrt(total)
