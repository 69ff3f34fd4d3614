"""Hardening or softening that begins smoothly and dies away."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.ad import exp, where
from alces.params import REAL, Param
from alces_mechanics.hardening import DecayingHardening


class TensorMechanicsHardeningGaussian(DecayingHardening):
    """``v = v_r + (v_0 - v_r) exp(-rate (q - q_0)^2 / 2)`` of the internal parameter q, `value_0` up to
    q_0."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("internal_0", REAL, 0.0, doc="q_0, where the change begins"),
        Param("rate", REAL, 0.0, doc="rate of the decay", range="rate >= 0"),
    )

    def remaining(self, internal: Any) -> Any:
        x = internal - self.p.internal_0
        x = where(x > 0.0, x, 0.0)
        return exp(-0.5 * self.p.rate * x * x)
