"""Relative difference of two postprocessors."""
from __future__ import annotations

from alces.params import POSTPROCESSOR, Param
from alces.physics import GeneralPostprocessor, Status

ZERO = 1e-12
"""Bases below this count as zero."""


class RelativeDifferencePostprocessor(GeneralPostprocessor):
    """``|a - b| / |b|``, or ``|a - b|`` where b is zero. Same as MOOSE's."""

    parameters = (
        Param("value1", POSTPROCESSOR, doc="postprocessor a"),
        Param("value2", POSTPROCESSOR, doc="postprocessor b, the base"),
    )

    def compute(self, s: Status) -> float:
        base = s.postprocessor(self.p.value2)
        difference = abs(s.postprocessor(self.p.value1) - base)
        return difference if abs(base) <= ZERO else difference / abs(base)
