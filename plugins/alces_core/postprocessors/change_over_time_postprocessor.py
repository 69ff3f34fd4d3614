"""Change of a postprocessor over a step."""
from __future__ import annotations

from alces.params import BOOLEAN, NAME, Kind, Param
from alces.physics import GeneralPostprocessor, Status


class ChangeOverTimePostprocessor(GeneralPostprocessor):
    """Change of a postprocessor since the previous step, which counts as zero where there is none.

    To have a previous value in the first step, compute the other postprocessor on INITIAL too.
    """

    parameters = (
        Param("postprocessor", Kind("postprocessor", NAME.parse, "Postprocessors"),
              doc="postprocessor that is watched"),
        Param("compute_relative_change", BOOLEAN, False, doc="divide by the previous value"),
        Param("take_absolute_value", BOOLEAN, False, doc="magnitude of the change"),
    )

    def compute(self, s: Status) -> float:
        before = s.old(self.p.postprocessor)
        change = s.postprocessor(self.p.postprocessor) - before
        if self.p.compute_relative_change:
            change = change / before if before else float("inf") if change else 0.0
        return abs(change) if self.p.take_absolute_value else change
