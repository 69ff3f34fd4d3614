"""Prescribed value from a function."""
from __future__ import annotations

from typing import Any

from alces.params import BOOLEAN, FUNCTION, Param
from alces.physics import NodalBC, Points


class FunctionDirichletBC(NodalBC):
    """u = function(x, y, z, t) on a boundary."""

    parameters = (
        Param("function", FUNCTION, doc="the value of the variable on the boundary"),
        Param("preset", BOOLEAN, True,
              doc="accepted as in MOOSE: the value is always set before the solve, the result is the same"),
    )

    def value(self, q: Points) -> Any:
        return q.function(self.p.function)
