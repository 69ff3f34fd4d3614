"""Prescribed source."""
from __future__ import annotations

from typing import Any, ClassVar

from alces.params import FUNCTION, POSTPROCESSOR, REAL, Param
from alces.physics import Kernel, Points


class BodyForce(Kernel):
    """A source f = value * function * postprocessor on the right-hand side.

    Strong form: ``-f``. Weak form: ``(v, -f)``.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("value", REAL, 1.0, doc="constant factor of the source"),
        Param("function", FUNCTION, 1.0, doc="factor that varies in space and time"),
        Param("postprocessor", POSTPROCESSOR, 1.0, doc="factor taken from a postprocessor"),
    )

    def value(self, q: Points) -> Any:
        return -self.p.value * q.postprocessor(self.p.postprocessor) * q.function(self.p.function)
