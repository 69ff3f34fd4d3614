"""Prescribed source of heat."""
from __future__ import annotations

from typing import Any

from alces.params import FUNCTION, POSTPROCESSOR, REAL, Param
from alces.physics import Kernel, Points


class HeatSource(Kernel):
    """A source Q = value * function * postprocessor in W/m^3.

    Strong form: ``-Q``. Weak form: ``(v, -Q)``.
    """

    parameters = (
        Param("value", REAL, 1.0, doc="constant factor of the source"),
        Param("function", FUNCTION, 1.0, doc="factor that varies in space and time"),
        Param("postprocessor", POSTPROCESSOR, 1.0, doc="factor taken from a postprocessor"),
    )

    def value(self, q: Points) -> Any:
        return -self.p.value * q.postprocessor(self.p.postprocessor) * q.function(self.p.function)
