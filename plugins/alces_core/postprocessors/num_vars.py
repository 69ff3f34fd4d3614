"""Number of variables."""
from __future__ import annotations

from alces.physics import GeneralPostprocessor, Status


class NumVars(GeneralPostprocessor):
    """Number of variables that are solved for."""

    def compute(self, s: Status) -> float:
        return float(s.count("variables"))
