"""Steps that follow the effort of the solver."""
from __future__ import annotations

import math

from alces.params import FUNCTIONS, INTEGER, POSTPROCESSOR, REAL, REALS, Param
from alces.physics import StepReport
from alces_core.timesteppers.cutback import CutbackStepper
from alces_core.timesteppers.step_table import step_table

_HALVINGS = 60
"""Down to rounding error: a jump of the limiting function must not halve the step for ever."""


class IterationAdaptiveDT(CutbackStepper):
    """Aims at a number of Newton iterations per step.

    With N = optimal_iterations, W = iteration_window and R = linear_iteration_ratio, a step grows by
    `growth_factor` if the last one took fewer than N - W Newton and R (N - W) linear iterations, and
    shrinks by `cutback_factor` if it took more than N + W Newton or R (N + W) linear iterations. After a
    step that had to be cut it does not grow. Without `optimal_iterations` every step grows, but for the one
    after a cut. With `time_t` and `time_dt` the step follows that table of step lengths instead, growing by
    `growth_factor` at most. Finally the step is halved until each `timestep_limiting_function` changes by no
    more than `max_function_change` over it, and limited to the value of `timestep_limiting_postprocessor`,
    but for the first step.
    """

    parameters = (
        Param("dt", REAL, doc="length of the first step", range="dt > 0"),
        Param("optimal_iterations", INTEGER, None,
              doc="Newton iterations N to aim at", range="optimal_iterations > 0"),
        Param("iteration_window", INTEGER, None, doc="window W about N; default: N/5, rounded up",
              range="iteration_window >= 0"),
        Param("linear_iteration_ratio", INTEGER, None,
              doc="linear iterations per Newton iteration, R; default: 25",
              range="linear_iteration_ratio > 0"),
        Param("growth_factor", REAL, 2.0,
              doc="factor of the step length after an easy step", range="growth_factor >= 1"),
        Param("cutback_factor", REAL, 0.5, doc="factor of the step length after a hard step",
              range="cutback_factor > 0 & cutback_factor <= 1"),
        Param("timestep_limiting_function", FUNCTIONS, (), doc="functions of t whose change limits the step"),
        Param("max_function_change", REAL, None, doc="largest change of that function over a step",
              range="max_function_change > 0"),
        Param("timestep_limiting_postprocessor", POSTPROCESSOR, None,
              doc="postprocessor that is the longest step"),
        Param("time_t", REALS, (), doc="times of a table of step lengths", unit="time"),
        Param("time_dt", REALS, (), doc="step lengths of the table, linear in between", unit="time"),
    )

    def setup(self) -> None:
        p = self.p
        for name in ("iteration_window", "linear_iteration_ratio"):
            if p.given(name) and p.optimal_iterations is None:
                raise self.error(name, "needs 'optimal_iterations'")
        if p.given("max_function_change") and not p.timestep_limiting_function:
            raise self.error("max_function_change", "needs 'timestep_limiting_function'")
        self._table = step_table(self)
        if self._table is not None and p.optimal_iterations is not None:
            raise self.error("time_t", "excludes 'optimal_iterations'")
        if p.given("timestep_limiting_function") and p.max_function_change is None:
            raise self.error("timestep_limiting_function", "needs 'max_function_change'")

    def first(self, report: StepReport) -> float:
        # without the postprocessor: it has no value yet
        wanted = self.p.dt if self._table is None else self._table.linear(report.time)
        return self._by_functions(wanted, report)

    def next(self, report: StepReport) -> float:
        if self._table is None:
            return self._limited(report.dt * self._factor(report), report)
        longest = report.dt * self.p.growth_factor
        return self._limited(min(self._table.linear(report.time), longest), report)

    def _factor(self, report: StepReport) -> float:
        p = self.p
        if p.optimal_iterations is None:
            return 1.0 if report.cut else p.growth_factor
        window = math.ceil(p.optimal_iterations / 5) if p.iteration_window is None else p.iteration_window
        ratio = 25 if p.linear_iteration_ratio is None else p.linear_iteration_ratio
        easy, hard = max(p.optimal_iterations - window, 0), p.optimal_iterations + window
        newton, linear = report.newton_iterations, report.linear_iterations
        if newton < easy and linear < ratio * easy and not report.cut:
            return p.growth_factor
        if newton > hard or linear > ratio * hard:
            return p.cutback_factor
        return 1.0

    def _limited(self, dt: float, report: StepReport) -> float:
        dt = self._by_functions(dt, report)
        longest = self.p.timestep_limiting_postprocessor
        return dt if longest is None else min(dt, report.postprocessor(longest))

    def _by_functions(self, dt: float, report: StepReport) -> float:
        for f in self.p.timestep_limiting_function:
            now = report.function(f, report.time)
            for _ in range(_HALVINGS):
                if abs(report.function(f, report.time + dt) - now) <= self.p.max_function_change:
                    break
                dt *= 0.5
        return dt
