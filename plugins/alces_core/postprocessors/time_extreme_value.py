"""Largest or smallest value of a postprocessor so far."""
from __future__ import annotations

from alces.params import POSTPROCESSOR, Choice, Param
from alces.physics import GeneralPostprocessor, Status


class TimeExtremeValue(GeneralPostprocessor):
    """Extreme value of a postprocessor over the run so far."""

    parameters = (
        Param("postprocessor", POSTPROCESSOR, doc="postprocessor that is watched"),
        Param("value_type", Choice("max", "min", "abs_max", "abs_min"), "max",
              doc="largest or smallest value or magnitude"),
    )

    def compute(self, s: Status) -> float:
        now = s.postprocessor(self.p.postprocessor)
        if self.p.value_type.startswith("abs"):
            now = abs(now)
        first_step = 0 if "INITIAL" in self.p.execute_on else 1
        if s.step <= first_step:
            return now
        extreme = max if self.p.value_type.endswith("max") else min
        return extreme(now, s.old(self.name))
