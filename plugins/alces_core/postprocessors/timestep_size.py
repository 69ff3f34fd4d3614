"""Length of the time step."""
from __future__ import annotations

from alces.physics import GeneralPostprocessor, Status


class TimestepSize(GeneralPostprocessor):
    """Length of the current time step."""

    def compute(self, s: Status) -> float:
        return s.dt
