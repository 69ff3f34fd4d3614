"""Multiple of a postprocessor."""
from __future__ import annotations

from alces.params import POSTPROCESSOR, Param
from alces.physics import GeneralPostprocessor, Status


class ScalePostprocessor(GeneralPostprocessor):
    """scaling_factor * value."""

    parameters = (
        Param("value", POSTPROCESSOR, doc="postprocessor"),
        Param("scaling_factor", POSTPROCESSOR, 1.0, doc="factor, a number or another postprocessor"),
    )

    def compute(self, s: Status) -> float:
        return s.postprocessor(self.p.scaling_factor) * s.postprocessor(self.p.value)
