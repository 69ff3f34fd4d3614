"""An invariant of a tensor property for output."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import TENSOR_PROPERTY, Choice, Param
from alces.physics import AuxKernel, Points
from alces_mechanics.invariants import SCALARS


class RankTwoScalarAux(AuxKernel):
    """A scalar drawn from a tensor property, such as the von Mises stress."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("rank_two_tensor", TENSOR_PROPERTY, doc="the tensor property"),
        Param("scalar_type", Choice(*SCALARS), doc="what to take of it"),
    )

    patch_recovery = True

    def value(self, q: Points) -> Any:
        return SCALARS[self.p.scalar_type](q.property(self.p.rank_two_tensor))
