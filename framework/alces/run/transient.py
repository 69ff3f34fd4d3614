"""Problems in time."""
from __future__ import annotations

import time
from typing import Any, ClassVar

import numpy

from alces.hit import DeckError, DeckErrors, Node
from alces.params import BOOLEAN, INTEGER, REAL, Choice, Param
from alces.physics import StepReport
from alces.run.executioner import DidNotConverge, Executioner


class Transient(Executioner):
    """Steps through time; a step that does not converge is cut and tried again."""

    transient: ClassVar[bool] = True
    parameters: ClassVar[tuple[Param, ...]] = (
        Param(
            "scheme",
            Choice("implicit-euler", "explicit-euler", "bdf2", "crank-nicolson", "newmark-beta"),
            "implicit-euler",
            doc="time integrator",
        ),
        Param("newmark_beta", REAL, 0.25, doc="beta of newmark-beta", range="newmark_beta > 0"),
        Param("newmark_gamma", REAL, 0.5, doc="gamma of newmark-beta", range="newmark_gamma >= 0.5"),
        Param("start_time", REAL, 0.0, doc="time of the initial state"),
        Param("end_time", REAL, 1e30, doc="time to stop at"),
        Param("num_steps", INTEGER, 2**31 - 1, doc="steps to stop after", range="num_steps >= 0"),
        Param("dt", REAL, 1.0, doc="step length, or length of the first step", range="dt > 0"),
        Param(
            "dtmin",
            REAL,
            None,
            doc="shortest step before giving up; default: 1e-13 of the time span or of dt",
        ),
        Param("dtmax", REAL, 1e30, doc="longest step", range="dtmax > 0"),
        Param("predictor", BOOLEAN, False, doc="start Newton from the fields extrapolated in time"),
        Param("predictor_scale", REAL, 1.0, doc="part of the extrapolated change that the predictor takes"),
        Param("steady_state_detection", BOOLEAN, False, doc="stop when the solution no longer changes"),
        Param(
            "steady_state_tolerance", REAL, 1e-8, doc="relative change per time at which it counts as steady"
        ),
        Param("timestep_tolerance", REAL, 1e-13, doc="relative tolerance for hitting times"),
    )

    def setup(self) -> None:
        self.scheme = self.p.scheme
        if self.p.end_time <= self.p.start_time:
            raise self.error("end_time", f"must be after start_time = {self.p.start_time:g}")

    def default_stepper(self, node: Node) -> Node:
        """[TimeStepper] of a deck without one: constant steps."""
        made = Node("TimeStepper", node.location)
        made.set("type", "ConstantDT", node.location)
        made.set("dt", repr(self.p.dt), node.location)
        return made

    def first_dt(self, problem: Any) -> float:
        """Length of the first step."""
        return self._clip(problem.time_stepper.first(self._report(problem, False)), self.p.start_time, [])

    # -- the loop ----------------------------------------------------------------------------------
    def run(self, problem: Any, files: Any) -> None:
        """See `Executioner.run`."""
        state = problem.state
        problem.time_old = state.t = self.p.start_time
        state.dt = 0.0
        problem.postprocessing.update(state, "INITIAL")
        files.write(problem.snapshot(), "INITIAL")
        sync = [*files.sync_times]
        u_older, dt_old, cut = None, 0.0, False
        started = time.perf_counter()
        while problem.step < self.p.num_steps and not self._reached(problem.time_old):
            if problem.stopped():
                raise KeyboardInterrupt
            report = self._report(problem, cut, dt_old)
            stepper = problem.time_stepper
            dt = self._clip(
                stepper.first(report) if problem.step == 0 else stepper.next(report), problem.time_old, sync
            )
            dt, outcome, cut = self._step(problem, dt, dt_old, u_older)
            problem.step += 1
            problem.auxiliaries.update(state, "TIMESTEP_END")
            state.postprocessors_old = dict(state.postprocessors)
            with problem.performance.timer("postprocessors"):
                committed = problem.postprocessing.update(state, "TIMESTEP_END", commit=True)
            steady = self._steady(state, dt)
            with problem.performance.timer("output"):
                files.write(problem.snapshot(), "TIMESTEP_END")
            state.material.update(committed)
            state.keep_rates()
            u_older, dt_old = state.u_old, dt
            state.u_old, state.aux_old = state.u.copy(), state.aux.copy()
            problem.time_old = state.t
            problem.console.step_end(problem.step, state.t, dt, outcome.iterations, outcome.reason,
                                     self._fraction(problem), time.perf_counter() - started)
            if steady:
                problem.console.message(f"steady state reached at t = {state.t:g}")
                break

    def _step(self, problem: Any, dt: float, dt_old: float, u_older: Any) -> tuple[float, Any, bool]:
        """One accepted step: its length, outcome, and whether it had to be cut."""
        state = problem.state
        cut = False
        averaged = self.scheme == "crank-nicolson"
        if averaged:
            problem.keep_old_residual()
        while True:
            problem.begin_step(dt, self.scheme, dt_old, u_older)
            problem.console.step_begin(problem.step + 1, state.t, dt)
            guess = state.u_old
            if self.p.predictor and u_older is not None:
                guess = state.u_old + self.p.predictor_scale * dt / dt_old * (state.u_old - u_older)
            problem.auxiliaries.update(state, "TIMESTEP_BEGIN")
            problem.postprocessing.update(state, "TIMESTEP_BEGIN")
            outcome = problem.solve(guess, averaged)
            if outcome.converged:
                return dt, outcome, cut
            state.u, state.aux = state.u_old.copy(), state.aux_old.copy()
            shorter = problem.time_stepper.after_failure(dt)
            problem.console.cut(state.t, dt, shorter, outcome.reason)
            cut = True
            if shorter < self._dtmin():
                state.t = problem.time_old
                raise DidNotConverge(
                    f"step {problem.step + 1} at t = {problem.time_old:g} did not converge with "
                    f"dt = {dt:g} ({outcome.reason}), and dtmin = {self._dtmin():g}"
                )
            dt = shorter

    # -- times -------------------------------------------------------------------------------------
    def _dtmin(self) -> float:
        if self.p.dtmin is not None:
            return self.p.dtmin
        span = self.p.end_time - self.p.start_time
        return 1e-13 * (span if span < 1e29 else max(self.p.dt, 1e-300))

    def _reached(self, t: float) -> bool:
        return t >= self.p.end_time - self.p.timestep_tolerance * max(abs(self.p.end_time), 1e-300)

    def _clip(self, dt: float, t: float, sync: list[float]) -> float:
        """`dt` within its bounds, shortened to hit the next time that must be hit."""
        if not numpy.isfinite(dt) or dt <= 0:
            raise DeckErrors([DeckError(f"the time stepper asked for dt = {dt}", self.p.location_of("dt"))])
        dt = min(dt, self.p.dtmax)
        slack = self.p.timestep_tolerance
        for target in (*(s for s in sync if s > t * (1 + slack) + 1e-300), self.p.end_time):
            left = target - t
            if left > 0 and dt > left * (1 - 1e-10):
                dt = left
        return dt

    def _fraction(self, problem: Any) -> float:
        by_time = (problem.state.t - self.p.start_time) / (self.p.end_time - self.p.start_time)
        return max(by_time, problem.step / self.p.num_steps)

    def _report(self, problem: Any, cut: bool, dt: float = 0.0) -> StepReport:
        return StepReport(
            problem.step,
            problem.time_old if problem.step else self.p.start_time,
            dt,
            problem.newton_iterations,
            problem.linear_iterations,
            cut,
            lambda name, t: problem.status.function(name, time=t),
            problem.status.postprocessor,
            problem.solve_seconds,
        )

    def _steady(self, state: Any, dt: float) -> bool:
        if not self.p.steady_state_detection:
            return False
        size = numpy.linalg.norm(state.u)
        change = numpy.linalg.norm(state.u - state.u_old) / dt
        return bool(change <= self.p.steady_state_tolerance * size)
