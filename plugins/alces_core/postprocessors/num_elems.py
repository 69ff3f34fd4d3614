"""Number of cells."""
from __future__ import annotations

from alces.physics import GeneralPostprocessor, Status


class NumElems(GeneralPostprocessor):
    """Number of cells of the mesh."""

    def compute(self, s: Status) -> float:
        return float(s.count("cells"))
