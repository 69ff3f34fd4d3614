"""Discs or spheres of a file."""
from __future__ import annotations

from alces.params import FILE, Param
from alces.physics import Points

from alces_phase_field.files import columns
from alces_phase_field.ics.circles import Circle, SmoothCircles


class SmoothCircleFromFileIC(SmoothCircles):
    """Discs (2D) or spheres (3D) from a file with columns x, y, z and r; profiles as in `SmoothCircles`."""

    parameters = (Param("file_name", FILE, doc="the file, relative to the deck"),)

    def setup(self) -> None:
        super().setup()
        self._circles = list(zip(*columns(self, "file_name", ("x", "y", "z", "r")), strict=True))

    def circles(self, q: Points) -> list[Circle]:
        return self._circles
