"""Start value from a function."""
from __future__ import annotations

from typing import Any

from alces.params import FUNCTION, REAL, Param
from alces.physics import InitialCondition, Points


class FunctionIC(InitialCondition):
    """u = scaling_factor * function(x, y, z) at the start time."""

    parameters = (
        Param("function", FUNCTION, doc="the function"),
        Param("scaling_factor", REAL, 1.0, doc="factor of the function"),
    )

    def value(self, q: Points) -> Any:
        return self.p.scaling_factor * q.function(self.p.function)
