"""Drucker and Prager's cone with a rounded tip."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.ad import norm_sqrt
from alces.params import REAL, Param
from alces_mechanics.plastic_model import CUSTOM_RETURN, Invariants, positive
from alces_mechanics.userobjects.tensor_mechanics_plastic_drucker_prager import (
    TensorMechanicsPlasticDruckerPrager,
)


class TensorMechanicsPlasticDruckerPragerHyperbolic(TensorMechanicsPlasticDruckerPrager):
    """As TensorMechanicsPlasticDruckerPrager with ``sqrt(J2 + smoother^2)`` in place of ``sqrt(J2)``."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("smoother", REAL, 0.0, doc="how far the tip is cut off", unit="Pa", range="smoother >= 0"),
        *CUSTOM_RETURN,
    )

    def shear(self, s: Invariants) -> Any:
        return norm_sqrt(s.second + self.p.smoother**2)

    def shear_slope(self, s: Invariants) -> Any:
        return 0.5 / positive(self.shear(s))
