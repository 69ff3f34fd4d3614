"""A limit of the mean stress."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import REAL, USER_OBJECT, Param
from alces.physics import Points
from alces_mechanics.plastic_model import Invariants, IsotropicPlasticModel


class TensorMechanicsPlasticMeanCap(IsotropicPlasticModel):
    """``f = a tr(stress)/3 - S(q)``, associative; a = -1 limits the pressure."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("a", REAL, 1.0, doc="factor of the mean stress"),
        Param("strength", USER_OBJECT, doc="hardening law of the strength S", unit="Pa"),
    )

    def surface(self, q: Points, s: Invariants, internal: Any) -> Any:
        return self.p.a * s.mean - self.hardened(q, "strength", internal)

    def slopes(self, q: Points, s: Invariants, internal: Any) -> tuple[Any, Any, Any]:
        return self.p.a, 0.0, 0.0
