"""Number of unknowns."""
from __future__ import annotations

from alces.physics import GeneralPostprocessor, Status


class NumDOFs(GeneralPostprocessor):
    """Number of unknowns that are solved for."""

    def compute(self, s: Status) -> float:
        return float(s.count("dofs"))
