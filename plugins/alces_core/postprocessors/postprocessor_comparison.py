"""Comparison of two postprocessors."""
from __future__ import annotations

from alces.params import POSTPROCESSOR, REAL, Choice, Param
from alces.physics import GeneralPostprocessor, Status


class PostprocessorComparison(GeneralPostprocessor):
    """1 if a compares with b as said, within an absolute tolerance e, 0 if not. Same as MOOSE's.

    ``equals``: ``|a - b| <= e``; ``greater_than_equals``: ``a >= b - e``; ``less_than_equals``: ``a <= b +
    e``; ``greater_than``: ``a > b + e``; ``less_than``: ``a < b - e``.
    """

    parameters = (
        Param("value_a", POSTPROCESSOR, doc="postprocessor a"),
        Param("value_b", POSTPROCESSOR, doc="postprocessor b"),
        Param("comparison_type",
              Choice("equals", "greater_than_equals", "less_than_equals", "greater_than", "less_than"),
              doc="how a is compared with b"),
        Param("absolute_tolerance", REAL, 1e-12, doc="tolerance e"),
    )

    def compute(self, s: Status) -> float:
        e = self.p.absolute_tolerance
        difference = s.postprocessor(self.p.value_a) - s.postprocessor(self.p.value_b)
        return float({
            "equals": abs(difference) <= e,
            "greater_than_equals": difference >= -e,
            "less_than_equals": difference <= e,
            "greater_than": difference > e,
            "less_than": difference < -e,
        }[self.p.comparison_type])
