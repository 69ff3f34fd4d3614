"""An elastic constant for output."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import INTEGER, NAME, Param
from alces.physics import AuxKernel, Points
from alces_mechanics.elasticity import VOIGT

_INDICES = tuple(
    Param(f"index_{a}", INTEGER, doc=f"index {a}, 0 to 2", range=f"index_{a} >= 0 & index_{a} <= 2")
    for a in "ijkl"
)
_PLACE = {(i, j): n for n, pair in enumerate(VOIGT) for i, j in (pair, pair[::-1])}


class RankFourAux(AuxKernel):
    """Component C_ijkl of a tensor of fourth order, such as the elasticity tensor [Pa]."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("rank_four_tensor", NAME, doc="the property, e.g. elasticity_tensor"),
        *_INDICES,
    )

    patch_recovery = True

    def value(self, q: Points) -> Any:
        p = self.p
        row, column = _PLACE[p.index_i, p.index_j], _PLACE[p.index_k, p.index_l]
        return q.property(p.rank_four_tensor).component(row, column)
