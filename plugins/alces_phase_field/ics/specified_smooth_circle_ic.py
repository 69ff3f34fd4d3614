"""Several discs or spheres with smooth edges."""
from __future__ import annotations

from alces.params import REALS, Param
from alces.physics import Points

from alces_phase_field.ics.circles import Circle, SmoothCircles


class SpecifiedSmoothCircleIC(SmoothCircles):
    """Discs (2D) or spheres (3D) at given places; profiles as in `SmoothCircles`."""

    parameters = (
        Param("x_positions", REALS, doc="x of the centres", unit="mesh"),
        Param("y_positions", REALS, doc="y of the centres", unit="mesh"),
        Param("z_positions", REALS, (), doc="z of the centres; default: zeros", unit="mesh"),
        Param("radii", REALS, doc="radii", unit="mesh"),
    )

    def setup(self) -> None:
        super().setup()
        n = len(self.p.x_positions)
        for name in ("y_positions", "radii", "z_positions"):
            given = len(getattr(self.p, name))
            if given != n and not (name == "z_positions" and given == 0):
                raise self.error(name, f"has {given} entries, but 'x_positions' has {n}")

    def circles(self, q: Points) -> list[Circle]:
        z = self.p.z_positions or (0.0,) * len(self.p.radii)
        return list(zip(self.p.x_positions, self.p.y_positions, z, self.p.radii, strict=True))
