"""Time."""
from __future__ import annotations

from alces.physics import GeneralPostprocessor, Status


class TimePostprocessor(GeneralPostprocessor):
    """Time of the current step."""

    def compute(self, s: Status) -> float:
        return s.time
