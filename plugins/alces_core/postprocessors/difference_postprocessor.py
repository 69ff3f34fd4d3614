"""Difference of two postprocessors."""
from __future__ import annotations

from alces.params import POSTPROCESSOR, Param
from alces.physics import GeneralPostprocessor, Status


class DifferencePostprocessor(GeneralPostprocessor):
    """value1 - value2."""

    parameters = (
        Param("value1", POSTPROCESSOR, doc="first postprocessor"),
        Param("value2", POSTPROCESSOR, doc="second postprocessor"),
    )

    def compute(self, s: Status) -> float:
        return s.postprocessor(self.p.value1) - s.postprocessor(self.p.value2)
