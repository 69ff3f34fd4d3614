"""Prescribed value that changes as a quarter of a sine wave."""
from __future__ import annotations

from typing import Any

from alces.params import REAL, Param
from alces.physics import NodalBC, Points
from alces_core.bcs.sine_ramp import sine_ramp


class SinDirichletBC(NodalBC):
    """u = initial + (final - initial) sin(pi t / (2 duration)), and `final` from `duration` on.

    Same as MOOSE's.
    """

    parameters = (
        Param("initial", REAL, 0.0, doc="value at time 0"),
        Param("final", REAL, 0.0, doc="value from `duration` on"),
        Param("duration", REAL, 0.0, doc="time of the change", range="duration >= 0"),
    )

    def value(self, q: Points) -> Any:
        return sine_ramp(q.t, self.p.initial, self.p.final, self.p.duration)
