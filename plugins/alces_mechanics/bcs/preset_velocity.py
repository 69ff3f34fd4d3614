"""Prescribed velocity."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import FUNCTION, REAL, Param
from alces.physics import NodalBC, Points


class PresetVelocity(NodalBC):
    """The velocity `velocity` * `function` of a boundary, added up over the steps by the trapezoidal rule."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("velocity", REAL, 1.0, doc="factor of the function", unit="m/s"),
        Param("function", FUNCTION, 1.0, doc="velocity over space and time", unit="1"),
    )

    def value(self, q: Points) -> Any:
        before = q.function(self.p.function, q.t - q.dt)
        mean = 0.5 * (before + q.function(self.p.function))
        return q.old(self.p.variable) + q.dt * self.p.velocity * mean
