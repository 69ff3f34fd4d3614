"""Newton iterations."""
from __future__ import annotations

from alces.physics import GeneralPostprocessor, Status


class NumNonlinearIterations(GeneralPostprocessor):
    """Newton iterations of the last solve."""

    def compute(self, s: Status) -> float:
        return float(s.newton_iterations)
