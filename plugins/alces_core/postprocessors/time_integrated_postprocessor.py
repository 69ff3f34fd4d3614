"""Integral of a postprocessor over time."""
from __future__ import annotations

from alces.params import POSTPROCESSOR, Param
from alces.physics import GeneralPostprocessor, Status


class TimeIntegratedPostprocessor(GeneralPostprocessor):
    """Integral of a postprocessor over time by the trapezoidal rule."""

    parameters = (Param("value", POSTPROCESSOR, doc="postprocessor that is integrated"),)

    def compute(self, s: Status) -> float:
        if not isinstance(self.p.value, str):
            return s.old(self.name) + self.p.value * s.dt
        return s.old(self.name) + 0.5 * s.dt * (s.old(self.p.value) + s.postprocessor(self.p.value))
