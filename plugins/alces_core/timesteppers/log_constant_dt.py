"""Steps of equal length in the logarithm of time."""
from __future__ import annotations

from alces.params import REAL, Param
from alces.physics import StepReport
from alces_core.timesteppers.cutback import CutbackStepper


class LogConstantDT(CutbackStepper):
    """``t_new = 10^log_dt t_old``, not longer than `growth_factor` times the step before.

    Same as MOOSE's.
    """

    parameters = (
        Param("log_dt", REAL, doc="step in log10(t)", range="log_dt > 0"),
        Param("first_dt", REAL, doc="length of the first step", unit="time", range="first_dt > 0"),
        Param("growth_factor", REAL, 2.0, doc="largest growth from step to step", range="growth_factor >= 1"),
    )

    def first(self, report: StepReport) -> float:
        return self.p.first_dt

    def next(self, report: StepReport) -> float:
        return min(report.time * (10.0**self.p.log_dt - 1.0), self.p.growth_factor * report.dt)
