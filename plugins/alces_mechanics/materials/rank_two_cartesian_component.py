"""A component of a tensor property as a scalar property."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.params import NAME, Param
from alces.physics import Material, Points
from alces_mechanics.options import COMPONENT


class RankTwoCartesianComponent(Material):
    """Component i, j of a tensor property."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("property_name", NAME, doc="name of the scalar property"),
        *COMPONENT,
    )

    def provides(self) -> Mapping[str, str]:
        return {self.p.property_name: "scalar"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        return {self.p.property_name: q.property(self.p.rank_two_tensor)[self.p.index_i, self.p.index_j]}
