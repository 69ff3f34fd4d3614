"""Smallest or largest distance in each cell."""
from __future__ import annotations

from typing import Any

from alces.params import Choice, Param
from alces.physics import AuxKernel, Points


class ElementLengthAux(AuxKernel):
    """w = length of the shortest edge (``min``) or largest distance of two corners (``max``) of the cell."""

    parameters = (Param("method", Choice("min", "max"), doc="shortest or largest"),)

    def value(self, q: Points) -> Any:
        return q.cell_size if self.p.method == "min" else q.cell_diameter
