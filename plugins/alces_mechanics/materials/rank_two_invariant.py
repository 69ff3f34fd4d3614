"""A scalar property from a tensor property."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.params import NAME, TENSOR_PROPERTY, Choice, Param
from alces.physics import Material, Points
from alces_mechanics.invariants import SCALARS


class RankTwoInvariant(Material):
    """An invariant of a tensor property, such as the von Mises or hydrostatic stress, as a scalar
    property."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("property_name", NAME, doc="name of the scalar property"),
        Param("rank_two_tensor", TENSOR_PROPERTY, doc="the tensor"),
        Param("invariant", Choice(*SCALARS), doc="what to take of it"),
    )

    def provides(self) -> Mapping[str, str]:
        return {self.p.property_name: "scalar"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        return {self.p.property_name: SCALARS[self.p.invariant](q.property(self.p.rank_two_tensor))}
