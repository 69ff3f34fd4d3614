"""Number of cells."""
from __future__ import annotations

from alces.params import Choice, Param
from alces.physics import GeneralPostprocessor, Status


class NumElems(GeneralPostprocessor):
    """Number of cells of the mesh."""

    parameters = (
        Param("elem_filter", Choice("ACTIVE", "TOTAL"), "ACTIVE", doc="accepted: all cells are active"),
    )

    def compute(self, s: Status) -> float:
        return float(s.count("cells"))
