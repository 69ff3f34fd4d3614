"""Newton iterations."""
from __future__ import annotations

from alces.params import Never, Param
from alces.physics import GeneralPostprocessor, Status


class NumNonlinearIterations(GeneralPostprocessor):
    """Newton iterations of the last solve."""

    parameters = (
        Param("accumulate_over_step", Never("iterations of steps that were cut are not counted"), False,
              doc="count those of all tries of a step"),
    )

    def compute(self, s: Status) -> float:
        return float(s.newton_iterations)
