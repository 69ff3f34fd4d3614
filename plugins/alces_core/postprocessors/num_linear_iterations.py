"""Linear iterations."""
from __future__ import annotations

from alces.physics import GeneralPostprocessor, Status


class NumLinearIterations(GeneralPostprocessor):
    """Linear iterations of the last solve."""

    def compute(self, s: Status) -> float:
        return float(s.linear_iterations)
