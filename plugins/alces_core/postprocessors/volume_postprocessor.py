"""Volume."""
from __future__ import annotations

from typing import Any

from alces.physics import ElementPostprocessor, Points


class VolumePostprocessor(ElementPostprocessor):
    """Volume (area in 2D, length in 1D) of the mesh or of blocks."""

    def integrand(self, q: Points) -> Any:
        return 1.0
