"""Displacement away from an axis."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.ad import Vector
from alces.params import POINT, Param
from alces.physics import AuxKernel, Points
from alces_mechanics.directions import across, unit
from alces_mechanics.options import DISPLACEMENTS, check_displacements


class RadialDisplacementCylinderAux(AuxKernel):
    """u . e_r, e_r the direction from an axis to the place at rest [m]; in RZ the displacement u_r itself.

    The axis goes through `origin`, in two dimensions normal to the plane, in three along `axis_vector`.
    """

    nodal = True
    parameters: ClassVar[tuple[Param, ...]] = (
        DISPLACEMENTS,
        Param("origin", POINT, (0.0, 0.0, 0.0), doc="a point of the axis", unit="m"),
        Param("axis_vector", POINT, (0.0, 0.0, 1.0), doc="direction of the axis, of any length"),
    )

    def setup(self) -> None:
        check_displacements(self)
        if not any(self.p.axis_vector):
            raise self.error("axis_vector", "must not vanish")

    def value(self, q: Points) -> Any:
        displacement = Vector(*(q.value(u) for u in self.p.displacements))
        if q.coord_type == "RZ":
            return displacement[q.radial]
        x, y, z = self.p.origin
        axis = self.p.axis_vector if len(self.p.displacements) > 2 else (0.0, 0.0, 1.0)
        return displacement.dot(unit(across(Vector(q.x - x, q.y - y, q.z - z), axis)))
