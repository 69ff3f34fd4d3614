"""Steps whose length is a function of time."""
from __future__ import annotations

from alces.params import BOOLEAN, FUNCTION, REAL, REALS, Param
from alces.physics import StepReport
from alces_core.timesteppers.cutback import CutbackStepper
from alces_core.timesteppers.step_table import step_table


class FunctionDT(CutbackStepper):
    """dt = function(t), not below `min_dt` nor above `growth_factor` times the step before.

    Instead of a function, `time_t` and `time_dt` give a table, linear in between, or with
    ``interpolate = false`` that of the last time before.
    """

    parameters = (
        Param("function", FUNCTION, None, doc="function of t that gives the step length"),
        Param("time_t", REALS, (), doc="times of a table instead of the function", unit="time"),
        Param("time_dt", REALS, (), doc="step lengths of the table", unit="time"),
        Param("interpolate", BOOLEAN, True, doc="whether the table is linear between its times"),
        Param("growth_factor", REAL, float("inf"),
              doc="largest growth from step to step", range="growth_factor >= 1"),
        Param("min_dt", REAL, 0.0, doc="shortest step", range="min_dt >= 0"),
    )

    def setup(self) -> None:
        self._table = step_table(self)
        if (self._table is None) == (self.p.function is None):
            raise self.error("" if self._table is None else "function",
                             "give either 'function', or 'time_t' and 'time_dt'")

    def _wanted(self, report: StepReport) -> float:
        if self._table is None:
            return report.function(self.p.function, report.time)
        if self.p.interpolate:
            return self._table.linear(float(report.time))
        return self._table.constant(float(report.time), "left_inclusive")

    def first(self, report: StepReport) -> float:
        return max(self._wanted(report), self.p.min_dt)

    def next(self, report: StepReport) -> float:
        return min(self.first(report), self.p.growth_factor * report.dt)
