"""Integral of a function over a boundary."""
from __future__ import annotations

from typing import Any

from alces.params import FUNCTION, Param
from alces.physics import Points, SidePostprocessor


class FunctionSideIntegral(SidePostprocessor):
    """Integral of f over boundaries. Same as MOOSE's."""

    parameters = (Param("function", FUNCTION, 1.0, doc="function f"),)

    def integrand(self, q: Points) -> Any:
        return q.function(self.p.function)
