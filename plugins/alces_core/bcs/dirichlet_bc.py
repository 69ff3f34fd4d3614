"""Prescribed constant value."""
from __future__ import annotations

from typing import Any

from alces.params import BOOLEAN, REAL, Param
from alces.physics import NodalBC, Points


class DirichletBC(NodalBC):
    """u = value on a boundary."""

    parameters = (
        Param("value", REAL, doc="the value of the variable on the boundary"),
        Param("preset", BOOLEAN, True,
              doc="accepted as in MOOSE: the value is always set before the solve, the result is the same"),
    )

    def value(self, q: Points) -> Any:
        return self.p.value
