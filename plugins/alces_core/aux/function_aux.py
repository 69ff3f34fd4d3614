"""Values of a function."""
from __future__ import annotations

from typing import Any

from alces.params import FUNCTION, Param
from alces.physics import AuxKernel, Points


class FunctionAux(AuxKernel):
    """w = function(x, y, z, t)."""

    nodal = True
    parameters = (Param("function", FUNCTION, doc="the function"),)

    def value(self, q: Points) -> Any:
        return q.function(self.p.function)
