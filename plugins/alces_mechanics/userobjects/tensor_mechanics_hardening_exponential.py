"""Hardening or softening that dies away."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.ad import exp
from alces.params import REAL, Param
from alces_mechanics.hardening import DecayingHardening


class TensorMechanicsHardeningExponential(DecayingHardening):
    """``v = v_r + (v_0 - v_r) exp(-rate q)`` of the internal parameter q."""

    parameters: ClassVar[tuple[Param, ...]] = (Param("rate", REAL, 0.0, doc="rate of the decay"),)

    def remaining(self, internal: Any) -> Any:
        return exp(-self.p.rate * internal)
