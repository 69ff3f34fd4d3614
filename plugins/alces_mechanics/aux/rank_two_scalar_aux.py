"""An invariant of a tensor property for output."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.ad import Vector
from alces.params import POINT, TENSOR_PROPERTY, Choice, Param
from alces.physics import AuxKernel, Points
from alces_mechanics.directions import along, cylindrical_components
from alces_mechanics.invariants import SCALARS

_CYLINDRICAL = ("AxialStress", "HoopStress", "RadialStress")


class RankTwoScalarAux(AuxKernel):
    """A scalar drawn from a tensor property, such as the von Mises stress, a normal component about an axis
    (AxialStress, HoopStress, RadialStress) or along a direction, n . t . n."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("rank_two_tensor", TENSOR_PROPERTY, doc="the tensor property"),
        Param("scalar_type", Choice(*SCALARS, *_CYLINDRICAL, "Direction"), doc="what to take of it"),
        Param("point1", POINT, (0.0, 0.0, 0.0), doc="a point of the axis of cylindrical ones", unit="m"),
        Param("point2", POINT, (0.0, 1.0, 0.0), doc="another point of it", unit="m"),
        Param("direction", POINT, (0.0, 0.0, 1.0), doc="direction n of Direction, of any length"),
    )

    patch_recovery = True

    def setup(self) -> None:
        if self.p.point1 == self.p.point2:
            raise self.error("point2", "the two points of the axis must differ")
        if not any(self.p.direction):
            raise self.error("direction", "must not vanish")

    def value(self, q: Points) -> Any:
        p, tensor = self.p, q.property(self.p.rank_two_tensor)
        if p.scalar_type in _CYLINDRICAL:
            found = cylindrical_components(tensor, q, p.point1, p.point2)
            return found[_CYLINDRICAL.index(p.scalar_type)]
        if p.scalar_type == "Direction":
            n = Vector(*p.direction)
            return along(tensor, n / n.norm())
        return SCALARS[p.scalar_type](tensor)
