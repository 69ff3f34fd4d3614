"""A component of a tensor in cylindrical coordinates for output."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.ad import Vector
from alces.params import POINT, Param
from alces.physics import AuxKernel, Points
from alces_mechanics.directions import across, unit
from alces_mechanics.options import COMPONENT


class CylindricalRankTwoAux(AuxKernel):
    """Component e_i . t . e_j of a tensor property, e_0 the direction away from the axis along z through
    `center_point`, e_1 the direction around it, e_2 along it."""

    parameters: ClassVar[tuple[Param, ...]] = (
        *COMPONENT,
        Param("center_point", POINT, doc="a point of the axis", unit="m"),
    )

    def value(self, q: Points) -> Any:
        x, y, _ = self.p.center_point
        radial = unit(across(Vector(q.x - x, q.y - y, 0.0), (0.0, 0.0, 1.0)))
        around = Vector(-radial[1], radial[0], 0.0)
        axes = (radial, around, Vector(0.0, 0.0, 1.0))
        tensor = q.property(self.p.rank_two_tensor)
        return axes[self.p.index_i].dot(tensor.dot(axes[self.p.index_j]))
