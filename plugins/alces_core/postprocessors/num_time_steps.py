"""Steps."""
from __future__ import annotations

from alces.physics import GeneralPostprocessor, Status


class NumTimeSteps(GeneralPostprocessor):
    """Number of accepted steps, the current one included."""

    def compute(self, s: Status) -> float:
        return float(s.step)
