"""Radial and hoop component of a tensor about a centre."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.params import NAME, POINT, TENSOR_PROPERTY, Choice, Param
from alces.physics import Material, Points
from alces_mechanics.directions import spherical_components


class RankTwoSphericalComponent(Material):
    """Normal component of a tensor along the radius from a centre, or the mean of those across it."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("property_name", NAME, doc="name of the scalar property"),
        Param("rank_two_tensor", TENSOR_PROPERTY, doc="the tensor"),
        Param("spherical_center_point", POINT, doc="the centre", unit="m"),
        Param("spherical_component", Choice("HoopStress", "RadialStress"), doc="what to take of it"),
    )

    def provides(self) -> Mapping[str, str]:
        return {self.p.property_name: "scalar"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        t = q.property(self.p.rank_two_tensor)
        radial, hoop = spherical_components(t, q, self.p.spherical_center_point)
        return {self.p.property_name: radial if self.p.spherical_component == "RadialStress" else hoop}
