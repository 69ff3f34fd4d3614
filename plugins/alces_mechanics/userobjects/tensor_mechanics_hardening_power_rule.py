"""Hardening by a power of the internal parameter."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import REAL, Param
from alces_mechanics.hardening import HardeningModel


class TensorMechanicsHardeningPowerRule(HardeningModel):
    """``v = v_0 (q/epsilon0 + 1)^exponent`` of the internal parameter q."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("value_0", REAL, 1.0, doc="value of the virgin material"),
        Param("epsilon0", REAL, 1.0, doc="reference of the internal parameter", range="epsilon0 > 0"),
        Param("exponent", REAL, 1.0, doc="exponent"),
    )

    def value(self, internal: Any) -> Any:
        return self.p.value_0 * (internal / self.p.epsilon0 + 1.0) ** self.p.exponent
