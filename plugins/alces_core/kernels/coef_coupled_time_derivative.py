"""Rate of another variable times a constant."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, REAL, Param
from alces.physics import Kernel, Points


class CoefCoupledTimeDerivative(Kernel):
    """Strong form: ``C dw/dt`` with another variable w. Weak form: ``(test, C dw/dt)``."""

    time = True
    parameters = (
        Param("v", COUPLED, doc="variable w"),
        Param("coef", REAL, doc="factor C"),
    )

    def value(self, q: Points) -> Any:
        return self.p.coef * q.dot(self.p.v)
