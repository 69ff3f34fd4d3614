"""Displacement away from a centre."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.ad import Vector
from alces.params import POINT, Param
from alces.physics import AuxKernel, Points
from alces_mechanics.directions import unit
from alces_mechanics.options import DISPLACEMENTS, check_displacements


class RadialDisplacementSphereAux(AuxKernel):
    """u . e_r, e_r the direction from `origin` to the place at rest [m]; in RSPHERICAL the displacement
    itself."""

    nodal = True
    parameters: ClassVar[tuple[Param, ...]] = (
        DISPLACEMENTS,
        Param("origin", POINT, (0.0, 0.0, 0.0), doc="the centre", unit="m"),
    )

    def setup(self) -> None:
        check_displacements(self)

    def value(self, q: Points) -> Any:
        displacement = Vector(*(q.value(u) for u in self.p.displacements))
        if q.coord_type == "RSPHERICAL":
            return displacement[0]
        x, y, z = self.p.origin
        return displacement.dot(unit(Vector(q.x - x, q.y - y, q.z - z)))
