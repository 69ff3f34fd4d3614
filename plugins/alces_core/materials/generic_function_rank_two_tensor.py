"""Tensor property from functions."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.params import FUNCTIONS, NAME, Param
from alces.physics import Material, Points
from alces_core.materials.generic_constant_rank_two_tensor import tensor_of


class GenericFunctionRankTwoTensor(Material):
    """A second-order tensor property whose components are functions of space and time. Same as MOOSE's."""

    parameters = (
        Param("tensor_name", NAME, doc="name of the property"),
        Param("tensor_functions", FUNCTIONS,
              doc="1 entry: a multiple of the unit tensor; 3: the diagonal; 6: xx yy zz yz xz "
              "xy; 9: column by column, xx yx zx xy yy zy xz yz zz"),
    )

    def setup(self) -> None:
        n = len(self.p.tensor_functions)
        if n not in (1, 3, 6, 9):
            raise self.error("tensor_functions", f"needs 1, 3, 6 or 9 entries, but {n} are given")

    def provides(self) -> Mapping[str, str]:
        return {self.p.tensor_name: "tensor"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        return {self.p.tensor_name: tensor_of([q.function(f) for f in self.p.tensor_functions])}
