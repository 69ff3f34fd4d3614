"""Constant mobility tensor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.ad import Tensor
from alces.params import NAME, REALS, Param
from alces.physics import Material, Points


class ConstantAnisotropicMobility(Material):
    """A mobility tensor with constant components."""

    static = True
    parameters = (
        Param("M_name", NAME, doc="name of the property"),
        Param("tensor", REALS, doc="row by row: xx xy xz yx yy yz zx zy zz", length=9,
              unit="length^2 volume/(energy time)"),
    )

    def setup(self) -> None:
        m = self.p.tensor
        self._tensor = Tensor([m[0:3], m[3:6], m[6:9]])

    def provides(self) -> Mapping[str, str]:
        return {self.p.M_name: "tensor"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        return {self.p.M_name: self._tensor}
