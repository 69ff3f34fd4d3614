"""A component of a tensor property for output."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import Param
from alces.physics import AuxKernel, Points
from alces_mechanics.options import COMPONENT


class RankTwoAux(AuxKernel):
    """Component i, j of a tensor property, such as stress_xy."""

    parameters: ClassVar[tuple[Param, ...]] = COMPONENT

    patch_recovery = True

    def value(self, q: Points) -> Any:
        return q.property(self.p.rank_two_tensor)[self.p.index_i, self.p.index_j]
