"""Rate of the variable."""
from __future__ import annotations

from typing import Any

from alces.params import BOOLEAN, Param
from alces.physics import Kernel, Points


class TimeDerivative(Kernel):
    """Strong form: ``du/dt``. Weak form: ``(v, du/dt)``."""

    time = True
    parameters = (
        Param("lumping", BOOLEAN, False, doc="accepted: MOOSE lumps the Jacobian only, here it is exact"),
    )

    def value(self, q: Points) -> Any:
        return q.dot(self.p.variable)
