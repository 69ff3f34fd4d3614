"""Source proportional to another variable."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, REAL, Param
from alces.physics import Kernel, Points


class CoupledForce(Kernel):
    """Strong form: ``-coef w`` with another variable w. Weak form: ``(test, -coef w)``."""

    parameters = (
        Param("v", COUPLED, doc="variable w"),
        Param("coef", REAL, 1.0, doc="factor of the source"),
    )

    def value(self, q: Points) -> Any:
        return -self.p.coef * q.value(self.p.v)
