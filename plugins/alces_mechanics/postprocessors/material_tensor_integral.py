"""Integral of a component of a tensor property."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import Param
from alces.physics import ElementPostprocessor, Points
from alces_mechanics.options import COMPONENT, USE_DISPLACED_MESH, check_small_strain


class MaterialTensorIntegral(ElementPostprocessor):
    """Volume integral of component i, j of a tensor property."""

    parameters: ClassVar[tuple[Param, ...]] = (*COMPONENT, USE_DISPLACED_MESH)

    def setup(self) -> None:
        check_small_strain(self)

    def integrand(self, q: Points) -> Any:
        return q.property(self.p.rank_two_tensor)[self.p.index_i, self.p.index_j]
