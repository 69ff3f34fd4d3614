"""Size of each cell."""
from __future__ import annotations

from typing import Any

from alces.physics import AuxKernel, Points


class VolumeAux(AuxKernel):
    """w = volume of the cell (area in 2D, length in 1D), or on boundaries the area of its side."""

    cell_integral = True

    def value(self, q: Points) -> Any:
        return 1.0
