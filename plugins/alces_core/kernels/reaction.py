"""Consumption proportional to the variable."""
from __future__ import annotations

from typing import Any, ClassVar

from alces.params import REAL, Param
from alces.physics import Kernel, Points


class Reaction(Kernel):
    """Strong form: ``rate u``, a loss for rate > 0. Weak form: ``(v, rate u)``."""

    parameters: ClassVar[tuple[Param, ...]] = (Param("rate", REAL, 1.0, doc="first-order rate constant"),)

    def value(self, q: Points) -> Any:
        return self.p.rate * q.value(self.p.variable)
