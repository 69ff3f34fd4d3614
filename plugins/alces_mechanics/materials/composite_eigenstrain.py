"""Weighted sums of eigenstrains."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.ad import Tensor
from alces.params import COUPLEDS, NAME, PROPERTIES, STRINGS, Param
from alces.physics import Material, Points
from alces_mechanics.options import BASE_NAME, prefixed


class CompositeEigenstrain(Material):
    """Eigenstrain sum_i w_i e_i, e.g. of several phases with their fractions w_i."""

    parameters: ClassVar[tuple[Param, ...]] = (
        BASE_NAME,
        Param("tensors", STRINGS, doc="the eigenstrains e_i that are added up", unit="1"),
        Param("weights", PROPERTIES, doc="scalar properties w_i, one for each eigenstrain", unit="1"),
        Param(
            "eigenstrain_name",
            NAME,
            doc="name of the eigenstrain, for `eigenstrain_names` of strain materials",
        ),
        Param(
            "args",
            COUPLEDS,
            (),
            doc="variables that the weights depend on; may be left out, all derivatives are exact",
            aliases=("coupled_variables",),
        ),
    )

    def setup(self) -> None:
        if len(self.p.weights) != len(self.p.tensors):
            raise self.error("weights", "needs one weight for each of the tensors")
        self._name = prefixed(self.p.base_name, self.p.eigenstrain_name)

    def provides(self) -> Mapping[str, str]:
        return {self._name: "tensor"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        total = Tensor.zero()
        for tensor, weight in zip(self.p.tensors, self.p.weights, strict=True):
            total = total + q.property(prefixed(self.p.base_name, tensor)) * q.property(weight)
        return {self._name: total}
