"""A plane as yield surface, to try out how several surfaces act together."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.ad import Tensor
from alces.params import REAL, Param
from alces.physics import Points
from alces_mechanics.plastic_model import PlasticModel


class TensorMechanicsPlasticSimpleTester(PlasticModel):
    """``f = a s_yy + b s_zz + c s_xx + d s_xy + e s_xz + f s_yz - strength``, associative, perfectly
    plastic."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("a", REAL, 0.0, doc="factor of the stress yy"),
        Param("b", REAL, 0.0, doc="factor of the stress zz"),
        Param("c", REAL, 0.0, doc="factor of the stress xx"),
        Param("d", REAL, 0.0, doc="factor of the stress xy"),
        Param("e", REAL, 0.0, doc="factor of the stress xz"),
        Param("f", REAL, 0.0, doc="factor of the stress yz"),
        Param("strength", REAL, doc="the strength", unit="Pa"),
    )

    def setup(self) -> None:
        p = self.p
        self._normal = Tensor.symmetric(p.c, p.a, p.b, yz=0.5 * p.f, xz=0.5 * p.e, xy=0.5 * p.d)

    def yield_function(self, q: Points, stress: Tensor, internal: Any) -> Any:
        return stress.ddot(self._normal) - self.p.strength

    def flow(self, q: Points, stress: Tensor, internal: Any) -> Tensor:
        return self._normal
