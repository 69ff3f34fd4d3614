"""Metals: von Mises' yield surface."""

from __future__ import annotations

import math
from typing import Any, ClassVar

from alces.params import INTEGER, USER_OBJECT, Param
from alces.physics import Points
from alces_mechanics.plastic_model import CUSTOM_RETURN, Invariants, IsotropicPlasticModel


class TensorMechanicsPlasticJ2(IsotropicPlasticModel):
    """``f = sqrt(3 J2) - Y(q)``, associative: ``r = df/dstress``, so that q is the effective plastic strain.

    Source: Simo & Hughes, Computational Inelasticity (1998), section 2.3.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("yield_strength", USER_OBJECT, doc="hardening law of the strength Y", unit="Pa"),
        Param("max_iterations", INTEGER, 10, doc="accepted; see ComputeMultiPlasticityStress"),
        *CUSTOM_RETURN,
    )

    def surface(self, q: Points, s: Invariants, internal: Any) -> Any:
        return math.sqrt(3.0) * s.root - self.hardened(q, "yield_strength", internal)

    def slopes(self, q: Points, s: Invariants, internal: Any) -> tuple[Any, Any, Any]:
        return 0.0, math.sqrt(0.75) / s.divisor, 0.0
