"""Two round grains in a third one."""
from __future__ import annotations

from typing import Any

from alces.ad import sqrt, where
from alces.params import INTEGER, Param
from alces.physics import InitialCondition, Points


class Tricrystal2CircleGrainsIC(InitialCondition):
    """Grains 1 and 2 are circles (spheres) at a quarter and three quarters of the mesh's length, at half its
    height and depth; grain 0 is the rest. The radius is a fifth of the length. Same as MOOSE's."""

    parameters = (
        Param("op_num", INTEGER, doc="number of order parameters: 3"),
        Param("op_index", INTEGER, doc="number of the order parameter", range="op_index >= 0"),
    )

    def setup(self) -> None:
        if self.p.op_num != 3:
            raise self.error("op_num", "must be 3 for a tricrystal")

    def value(self, q: Points) -> Any:
        low, high = q.mesh_bounds
        length = high[0] - low[0]
        middle = [0.5 * (a + b) for a, b in zip(low, high, strict=True)]
        inside = []
        for part in (0.25, 0.75):
            dx, dy, dz = q.x - (low[0] + part * length), q.y - middle[1], q.z - middle[2]
            inside.append(sqrt(dx * dx + dy * dy + dz * dz) <= 0.2 * length)
        left, right = (where(one, 1.0, 0.0) for one in inside)
        return ((1.0 - left) * (1.0 - right), left, right)[self.p.op_index]
