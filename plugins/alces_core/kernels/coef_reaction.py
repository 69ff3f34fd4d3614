"""Consumption proportional to the variable, with a factor."""
from __future__ import annotations

from typing import Any

from alces.params import REAL, Param
from alces.physics import Points
from alces_core.kernels.reaction import Reaction


class CoefReaction(Reaction):
    """Strong form: ``coefficient rate u``. Weak form: ``(v, coefficient rate u)``."""

    parameters = (Param("coefficient", REAL, 1.0, doc="factor of the reaction term"),)

    def value(self, q: Points) -> Any:
        return self.p.coefficient * super().value(q)
