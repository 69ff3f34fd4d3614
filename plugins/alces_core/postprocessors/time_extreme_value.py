"""Largest or smallest value of a postprocessor so far."""
from __future__ import annotations

from alces.params import POSTPROCESSOR, Choice, Param
from alces.physics import GeneralPostprocessor, Status


class TimeExtremeValue(GeneralPostprocessor):
    """Extreme value of a postprocessor over the run so far."""

    parameters = (
        Param("postprocessor", POSTPROCESSOR, doc="postprocessor that is watched"),
        Param("value_type", Choice("max", "min"), "max", doc="largest or smallest value"),
    )

    def compute(self, s: Status) -> float:
        now = s.postprocessor(self.p.postprocessor)
        first_step = 0 if "INITIAL" in self.p.execute_on else 1
        if s.step <= first_step:
            return now
        return max(now, s.old(self.name)) if self.p.value_type == "max" else min(now, s.old(self.name))
