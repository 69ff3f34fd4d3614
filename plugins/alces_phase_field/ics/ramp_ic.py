"""A linear profile along x."""

from __future__ import annotations

from typing import Any

from alces.params import REAL, Param
from alces.physics import InitialCondition, Points


class RampIC(InitialCondition):
    """Linear in x from `value_left` at the smallest x of the mesh to `value_right` at the largest.

    Same as MOOSE's RampIC.
    """

    parameters = (
        Param("value_left", REAL, doc="value at the left end"),
        Param("value_right", REAL, doc="value at the right end"),
    )

    def value(self, q: Points) -> Any:
        low, high = q.mesh_bounds
        rise = (self.p.value_right - self.p.value_left) / (high[0] - low[0])
        return self.p.value_left + rise * (q.x - low[0])
