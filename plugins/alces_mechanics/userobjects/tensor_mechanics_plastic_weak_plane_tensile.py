"""Layered rock whose layers come apart."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.ad import Tensor
from alces.params import USER_OBJECT, Param
from alces.physics import Points
from alces_mechanics.plastic_model import PlasticModel


class TensorMechanicsPlasticWeakPlaneTensile(PlasticModel):
    """``f = s_zz - T(q)``, associative."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("tensile_strength", USER_OBJECT, doc="hardening law of the strength T", unit="Pa"),
    )

    def yield_function(self, q: Points, stress: Tensor, internal: Any) -> Any:
        return stress[2, 2] - self.hardened(q, "tensile_strength", internal)

    def flow(self, q: Points, stress: Tensor, internal: Any) -> Tensor:
        return Tensor.diagonal(0.0, 0.0, 1.0)
