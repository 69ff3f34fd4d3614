"""Steps of equal length."""
from __future__ import annotations

from alces.params import REAL, Param
from alces.physics import StepReport
from alces_core.timesteppers.cutback import CutbackStepper


class ConstantDT(CutbackStepper):
    """Steps of length `dt`; after a shorter one the length grows back by at most `growth_factor` per step."""

    parameters = (
        Param("dt", REAL, 1.0, doc="length of a step", range="dt > 0"),
        Param("growth_factor", REAL, 2.0,
              doc="largest growth after a shortened step", range="growth_factor >= 1"),
    )

    def first(self, report: StepReport) -> float:
        return self.p.dt

    def next(self, report: StepReport) -> float:
        return min(self.p.dt, self.p.growth_factor * report.dt)
