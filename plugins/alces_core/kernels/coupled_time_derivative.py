"""Rate of another variable."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, Param
from alces.physics import Kernel, Points


class CoupledTimeDerivative(Kernel):
    """Strong form: ``dw/dt`` with another variable w. Weak form: ``(test, dw/dt)``."""

    time = True
    parameters = (Param("v", COUPLED, doc="variable w"),)

    def value(self, q: Points) -> Any:
        return q.dot(self.p.v)
