"""Rate of the variable times a constant."""
from __future__ import annotations

from typing import Any

from alces.params import REAL, Param
from alces.physics import Kernel, Points


class CoefTimeDerivative(Kernel):
    """Strong form: ``C du/dt``. Weak form: ``(v, C du/dt)``."""

    time = True
    parameters = (Param("Coefficient", REAL, 1.0, doc="factor C"),)

    def value(self, q: Points) -> Any:
        return self.p.Coefficient * q.dot(self.p.variable)
