"""Elastic stress added up over the steps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.ad import Tensor
from alces.params import Param
from alces.physics import Points
from alces_mechanics.stress import EXTRA_STRESS, StressMaterial


class ComputeStrainIncrementBasedStress(StressMaterial):
    """`stress` = elastic stress, the sum of C : `strain_increment` over the steps, and extra stresses."""

    parameters: ClassVar[tuple[Param, ...]] = (EXTRA_STRESS,)

    def setup(self) -> None:
        self._elastic = f"{self.named('stress')}:elastic"

    def provides(self) -> Mapping[str, str]:
        return {**super().provides(), self._elastic: "tensor"}

    def state(self) -> Mapping[str, Any]:
        return {self._elastic: Tensor.zero()}

    def properties(self, q: Points) -> Mapping[str, Any]:
        change = self.stiffness(q).stress(q.property(self.named("strain_increment")))
        elastic = q.state(self._elastic) + change
        return {
            self.named("stress"): self.with_extra(q, elastic),
            self._elastic: elastic,
            self.named("elastic_strain"): q.property(self.named("mechanical_strain")),
        }
