"""Constant tensor property."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from alces.ad import Tensor
from alces.params import NAME, REALS, Param
from alces.physics import Material, Points


class GenericConstantRankTwoTensor(Material):
    """A second-order tensor property with constant components."""

    static = True
    parameters = (
        Param("tensor_name", NAME, doc="name of the property"),
        Param("tensor_values", REALS,
              doc="1 entry: a multiple of the unit tensor; 3: the diagonal; 6: xx yy zz yz xz "
              "xy; 9: column by column, xx yx zx xy yy zy xz yz zz"),
    )

    def setup(self) -> None:
        values = self.p.tensor_values
        if len(values) not in (1, 3, 6, 9):
            raise self.error("tensor_values", f"needs 1, 3, 6 or 9 entries, but {len(values)} are given")
        self._tensor = tensor_of(values)

    def provides(self) -> Mapping[str, str]:
        return {self.p.tensor_name: "tensor"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        return {self.p.tensor_name: self._tensor}


def tensor_of(values: Sequence[Any]) -> Tensor:
    """The tensor of 1, 3, 6 or 9 entries in MOOSE's order."""
    if len(values) == 9:
        return Tensor([[values[i + 3 * j] for j in range(3)] for i in range(3)])
    if len(values) == 1:
        return Tensor.diagonal(values[0], values[0], values[0])
    return Tensor.symmetric(*values)
