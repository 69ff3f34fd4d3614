"""Steps that follow the effort of the solver."""
from __future__ import annotations

import math
from collections.abc import Sequence

from alces.params import BOOLEAN, FUNCTIONS, INTEGER, POSTPROCESSORS, REAL, REALS, Param
from alces.physics import StepReport
from alces_core.timesteppers.cutback import CutbackStepper
from alces_core.timesteppers.step_table import step_table

_HALVINGS = 60
"""Down to rounding error: a jump of the limiting function must not halve the step for ever."""
_CLOSE = 1e-10
"""Part of a step by which it may miss a point."""


class IterationAdaptiveDT(CutbackStepper):
    """Aims at a number of Newton iterations per step.

    With N = optimal_iterations, W = iteration_window and R = linear_iteration_ratio, a step grows by
    `growth_factor` if the last one took fewer than N - W Newton and R (N - W) linear iterations, and
    shrinks by `cutback_factor` if it took more than N + W Newton or R (N + W) linear iterations. After a
    step that had to be cut it does not grow. Without `optimal_iterations` every step grows, but for the one
    after a cut. With `time_t` and `time_dt` a step ends at each time of that table, and the next one has the
    length there; without `optimal_iterations` the others follow the table too, growing by `growth_factor` at
    most. Finally the step is shortened until each `timestep_limiting_function` changes by no more than
    `max_function_change` over it (a piecewise one: at its points, judged by the straight line to them; others
    by halving), and limited to the least value of the postprocessors in
    `timestep_limiting_postprocessor`, but for the first step. With `force_step_every_function_point` a step
    ends at every point of these (piecewise) functions; the next one has the length `post_function_sync_dt`.
    With `reject_large_step` a step that was longer than the postprocessors now allow is repeated if they
    allow less than `reject_large_step_threshold` of it.
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
        Param("timestep_limiting_postprocessor", POSTPROCESSORS, (),
              doc="postprocessors; the least one is the longest step",
              aliases=("postprocessor_dtlim",)),
        Param("force_step_every_function_point", BOOLEAN, False,
              doc="end a step at every point of the limiting functions"),
        Param("post_function_sync_dt", REAL, None, doc="length of the step after such a point", unit="time",
              range="post_function_sync_dt > 0"),
        Param("reject_large_step", BOOLEAN, False,
              doc="repeat steps that turn out far longer than the postprocessor allows"),
        Param("reject_large_step_threshold", REAL, 0.1, doc="part of the step that it must allow",
              range="reject_large_step_threshold > 0 & reject_large_step_threshold < 1"),
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
        if p.force_step_every_function_point and not p.timestep_limiting_function:
            raise self.error("force_step_every_function_point", "needs 'timestep_limiting_function'")
        if p.post_function_sync_dt is not None and not p.force_step_every_function_point:
            raise self.error("post_function_sync_dt", "needs 'force_step_every_function_point'")
        if p.given("timestep_limiting_function") and p.max_function_change is None \
                and not p.force_step_every_function_point:
            raise self.error("timestep_limiting_function",
                             "needs 'max_function_change' or 'force_step_every_function_point'")

    def first(self, report: StepReport) -> float:
        # without the postprocessor: it has no value yet
        wanted = self.p.dt if self._table is None else self._table.linear(report.time)
        return self._to_knot(self._by_functions(wanted, report), report)

    def accepts(self, dt: float, report: StepReport) -> bool:
        p = self.p
        if not p.reject_large_step or report.step < 2:
            return True
        return self._longest(dt, report) >= p.reject_large_step_threshold * dt

    def next(self, report: StepReport) -> float:
        if self.p.post_function_sync_dt is not None and _near(report, self._knots(report)):
            return self._limited(self.p.post_function_sync_dt, report)
        if self._table is not None and not report.cut and _near(report, self._table.x):
            return self._limited(self._table.linear(report.time), report)
        if self._table is None or self.p.optimal_iterations is not None:
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
        return self._to_knot(self._longest(self._by_functions(dt, report), report), report)

    def _longest(self, dt: float, report: StepReport) -> float:
        return min([dt, *map(report.postprocessor, self.p.timestep_limiting_postprocessor)])

    def _knots(self, report: StepReport) -> list[float]:
        functions = self.p.timestep_limiting_function if self.p.force_step_every_function_point else ()
        return [t for f in functions for t in report.knots(f)]

    def _to_knot(self, dt: float, report: StepReport) -> float:
        """The length of a step that does not pass the next point of a function or of the table."""
        slack = max(report.tolerance, _CLOSE * dt)
        points = [*self._knots(report), *(self._table.x if self._table is not None else ())]
        left = min((t - report.time for t in points if t - report.time > slack), default=math.inf)
        return left if dt > left - slack else dt

    def _by_functions(self, dt: float, report: StepReport) -> float:
        most = self.p.max_function_change
        for f in self.p.timestep_limiting_function if most is not None else ():
            now = report.function(f, report.time)
            if report.knots(f):
                dt = self._on_lines(f, dt, report)
                continue
            for _ in range(_HALVINGS):
                if abs(report.function(f, report.time + dt) - now) <= most:
                    break
                dt *= 0.5
        return dt

    def _on_lines(self, f: str | float, dt: float, report: StepReport) -> float:
        """Length of a step in which a piecewise function changes little enough on its way to each of its
        points, up to the first one beyond the step."""
        ahead = [t for t in report.knots(f) if t > report.time] or [report.time + dt]
        beyond = next((i for i, t in enumerate(ahead) if t >= report.time + dt), len(ahead) - 1)
        now, most = report.function(f, report.time), self.p.max_function_change
        for t in ahead[: beyond + 1]:
            change = abs(report.function(f, t) - now)
            if change > most:
                dt = min(dt, most / change * (t - report.time))
        return dt


def _near(report: StepReport, points: Sequence[float]) -> bool:
    """Whether the last step ended at one of some times."""
    slack = max(report.tolerance, _CLOSE * report.dt)
    return any(abs(t - report.time) <= slack for t in points)
