"""Elastic stress added up over the steps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.ad import Tensor
from alces.physics import Points
from alces_mechanics.stress import StressMaterial


class ComputeStrainIncrementBasedStress(StressMaterial):
    """`stress` = old stress + C : `strain_increment`, for the incremental strain materials."""

    def state(self) -> Mapping[str, Any]:
        return {self.named("stress"): Tensor.zero()}

    def properties(self, q: Points) -> Mapping[str, Any]:
        change = self.stiffness(q).stress(q.property(self.named("strain_increment")))
        return {
            self.named("stress"): q.state(self.named("stress")) + change,
            self.named("elastic_strain"): q.property(self.named("mechanical_strain")),
        }
