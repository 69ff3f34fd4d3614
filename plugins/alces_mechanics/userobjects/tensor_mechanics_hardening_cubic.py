"""Hardening or softening between two internal parameters."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.ad import where
from alces.params import REAL, Param
from alces_mechanics.hardening import DecayingHardening


class TensorMechanicsHardeningCubic(DecayingHardening):
    """`value_0` up to `internal_0`, `value_residual` from `internal_limit` on, and between them the cubic
    that joins both with a continuous slope: ``v = v_r + (v_0 - v_r) (1 - 3 x^2 + 2 x^3)``, x in [0, 1]."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("internal_0", REAL, 0.0, doc="internal parameter where the change begins"),
        Param("internal_limit", REAL, 1.0, doc="internal parameter where it ends"),
    )

    def setup(self) -> None:
        super().setup()
        if self.p.internal_limit <= self.p.internal_0:
            raise self.error("internal_limit", f"must be above internal_0, which is {self.p.internal_0:g}")

    def remaining(self, internal: Any) -> Any:
        x = (internal - self.p.internal_0) / (self.p.internal_limit - self.p.internal_0)
        x = where(x > 0.0, where(x < 1.0, x, 1.0), 0.0)
        return 1.0 - x * x * (3.0 - 2.0 * x)
