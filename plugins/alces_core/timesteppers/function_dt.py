"""Steps whose length is a function of time."""
from __future__ import annotations

from alces.params import FUNCTION, REAL, Param
from alces.physics import StepReport
from alces_core.timesteppers.cutback import CutbackStepper


class FunctionDT(CutbackStepper):
    """dt = function(t), not below `min_dt` nor above `growth_factor` times the step before."""

    parameters = (
        Param("function", FUNCTION, doc="function of t that gives the step length"),
        Param("growth_factor", REAL, float("inf"),
              doc="largest growth from step to step", range="growth_factor >= 1"),
        Param("min_dt", REAL, 0.0, doc="shortest step", range="min_dt >= 0"),
    )

    def first(self, report: StepReport) -> float:
        return max(report.function(self.p.function, report.time), self.p.min_dt)

    def next(self, report: StepReport) -> float:
        return min(self.first(report), self.p.growth_factor * report.dt)
