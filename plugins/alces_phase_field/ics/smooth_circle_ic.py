"""One disc or sphere with a smooth edge."""
from __future__ import annotations

from alces.params import REAL, Param
from alces.physics import Points

from alces_phase_field.ics.circles import Circle, SmoothCircles


class SmoothCircleIC(SmoothCircles):
    """A disc (2D) or a sphere (3D); profiles as in `SmoothCircles`."""

    parameters = (
        Param("x1", REAL, doc="x of the centre", unit="mesh"),
        Param("y1", REAL, doc="y of the centre", unit="mesh"),
        Param("z1", REAL, 0.0, doc="z of the centre", unit="mesh"),
        Param("radius", REAL, doc="radius", unit="mesh"),
    )

    def circles(self, q: Points) -> list[Circle]:
        return [(self.p.x1, self.p.y1, self.p.z1, self.p.radius)]
