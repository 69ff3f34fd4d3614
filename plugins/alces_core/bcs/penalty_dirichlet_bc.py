"""Prescribed constant value by a penalty."""
from __future__ import annotations

from typing import Any

from alces.params import REAL, Param
from alces.physics import IntegratedBC, Points


class PenaltyDirichletBC(IntegratedBC):
    """u = value, enforced weakly. Weak form: ``<v, penalty (u - value)>``; the error falls as 1/penalty."""

    parameters = (
        Param("penalty", REAL, doc="stiffness of the constraint"),
        Param("value", REAL, 0.0, doc="the value of the variable on the boundary"),
    )

    def value(self, q: Points) -> Any:
        return self.p.penalty * (q.value(self.p.variable) - self.p.value)
