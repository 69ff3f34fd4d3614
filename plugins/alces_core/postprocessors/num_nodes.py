"""Number of nodes."""
from __future__ import annotations

from alces.physics import GeneralPostprocessor, Status


class NumNodes(GeneralPostprocessor):
    """Number of nodes of the mesh."""

    def compute(self, s: Status) -> float:
        return float(s.count("nodes"))
