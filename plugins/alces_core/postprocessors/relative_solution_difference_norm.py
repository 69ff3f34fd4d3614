"""Relative change of the solution."""
from __future__ import annotations

from alces.physics import GeneralPostprocessor, Status


class RelativeSolutionDifferenceNorm(GeneralPostprocessor):
    """``|u - u_old| / |u|`` in the 2-norm of the vector of all unknowns, over the current step."""

    def compute(self, s: Status) -> float:
        return s.relative_change()
