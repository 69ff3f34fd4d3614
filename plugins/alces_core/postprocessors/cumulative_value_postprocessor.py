"""Sum of a postprocessor over steps."""
from __future__ import annotations

from alces.params import POSTPROCESSOR, Param
from alces.physics import GeneralPostprocessor, Status


class CumulativeValuePostprocessor(GeneralPostprocessor):
    """Sum of the values of a postprocessor over all steps so far."""

    parameters = (Param("postprocessor", POSTPROCESSOR, doc="postprocessor that is summed"),)

    def compute(self, s: Status) -> float:
        return s.old(self.name) + s.postprocessor(self.p.postprocessor)
