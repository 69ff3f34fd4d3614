"""Rate of the variable."""
from __future__ import annotations

from typing import Any

from alces.physics import Kernel, Points


class TimeDerivative(Kernel):
    """Strong form: ``du/dt``. Weak form: ``(v, du/dt)``."""

    time = True

    def value(self, q: Points) -> Any:
        return q.dot(self.p.variable)
