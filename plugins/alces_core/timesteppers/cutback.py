"""What a time stepper does after a failed step."""
from __future__ import annotations

from typing import ClassVar

from alces.params import REAL, Param
from alces.physics import TimeStepper


class CutbackStepper(TimeStepper):
    """Shortens a failed step by a constant factor."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("cutback_factor_at_failure", REAL, 0.5, doc="factor of the step length after a failed solve",
              range="cutback_factor_at_failure > 0 & cutback_factor_at_failure < 1"),
    )

    def after_failure(self, dt: float) -> float:
        return self.p.cutback_factor_at_failure * dt
