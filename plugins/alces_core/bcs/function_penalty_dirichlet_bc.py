"""Prescribed value from a function by a penalty."""
from __future__ import annotations

from typing import Any

from alces.params import FUNCTION, REAL, Param
from alces.physics import IntegratedBC, Points


class FunctionPenaltyDirichletBC(IntegratedBC):
    """u = function(x, y, z, t), enforced weakly. Weak form: ``<v, penalty (u - function)>``."""

    parameters = (
        Param("penalty", REAL, doc="stiffness of the constraint"),
        Param("function", FUNCTION, doc="the value of the variable on the boundary"),
    )

    def value(self, q: Points) -> Any:
        return self.p.penalty * (q.value(self.p.variable) - q.function(self.p.function))
