"""Production proportional to a variable, with a material property as rate."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, PROPERTY, VARIABLES, Param
from alces.physics import Kernel, Points


class MatReaction(Kernel):
    """Reaction with a property L as rate; a production for L > 0 (MOOSE: opposite to `Reaction`).

    Strong form: ``-L w`` with w the variable itself or `v`. Weak form: ``(test, -L w)``.
    """

    parameters = (
        Param("mob_name", PROPERTY, "L", doc="reaction rate L", aliases=("reaction_rate",)),
        Param("v", COUPLED, None, doc="variable w that reacts; default: the variable itself"),
        Param("args", VARIABLES, (), aliases=("coupled_variables",),
              doc="variables the rate depends on; derivatives come by themselves, so this changes nothing"),
    )

    def value(self, q: Points) -> Any:
        w = self.p.variable if self.p.v is None else self.p.v
        return -(q.property(self.p.mob_name) * q.value(w))
