"""Eigenstrains that vary no more than strains can."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.ad import Tensor
from alces.params import NAME, STRINGS, Param
from alces.physics import Material, Points
from alces_mechanics.options import BASE_NAME, prefixed


class ComputeReducedOrderEigenstrain(Material):
    """The sum of eigenstrains as its mean over each cell.

    The strain of first-order displacements is almost constant in a cell; an eigenstrain of a first-order
    temperature that varies more causes stresses that oscillate. Not for meshes of second order.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        BASE_NAME,
        Param("input_eigenstrain_names", STRINGS, doc="the eigenstrains that are added up"),
        Param(
            "eigenstrain_name",
            NAME,
            doc="name of the eigenstrain, for `eigenstrain_names` of strain materials",
        ),
    )

    def setup(self) -> None:
        self._name = prefixed(self.p.base_name, self.p.eigenstrain_name)

    def provides(self) -> Mapping[str, str]:
        return {self._name: "tensor"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        if q.cell_order > 1:
            raise self.error("", "is for meshes of first order; name the eigenstrains themselves")
        total = Tensor.zero()
        for name in self.p.input_eigenstrain_names:
            total = total + q.property(prefixed(self.p.base_name, name))
        return {self._name: total.map(q.cell_mean)}
