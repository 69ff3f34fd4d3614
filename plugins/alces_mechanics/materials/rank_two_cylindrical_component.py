"""Axial, hoop and radial component of a tensor about an axis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.params import NAME, POINT, TENSOR_PROPERTY, Choice, Param
from alces.physics import Material, Points
from alces_mechanics.directions import cylindrical_components

_COMPONENTS = ("AxialStress", "HoopStress", "RadialStress")


class RankTwoCylindricalComponent(Material):
    """Normal component of a tensor along an axis, around it, or along the radius from it."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("property_name", NAME, doc="name of the scalar property"),
        Param("rank_two_tensor", TENSOR_PROPERTY, doc="the tensor"),
        Param("cylindrical_axis_point1", POINT, doc="a point of the axis", unit="m"),
        Param("cylindrical_axis_point2", POINT, doc="another point of it", unit="m"),
        Param("cylindrical_component", Choice(*_COMPONENTS), doc="what to take of it"),
    )

    def setup(self) -> None:
        if self.p.cylindrical_axis_point1 == self.p.cylindrical_axis_point2:
            raise self.error("cylindrical_axis_point2", "the two points of the axis must differ")

    def provides(self) -> Mapping[str, str]:
        return {self.p.property_name: "scalar"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        t = q.property(self.p.rank_two_tensor)
        found = cylindrical_components(t, q, self.p.cylindrical_axis_point1, self.p.cylindrical_axis_point2)
        return {self.p.property_name: found[_COMPONENTS.index(self.p.cylindrical_component)]}
