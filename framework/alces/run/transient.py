"""Problems in time."""
from __future__ import annotations

import math
import time
from functools import partial
from typing import Any, ClassVar

import numpy

from alces.hit import DeckError, DeckErrors, Node
from alces.params import BOOLEAN, INTEGER, REAL, REALS, STRINGS, Choice, Param
from alces.physics import StepReport
from alces.run.checkpointing import Checkpointing
from alces.run.executioner import DidNotConverge, Executioner
from alces.run.failure_report import failure_report
from alces.run.history import History
from alces.run.integrators import SCHEMES
from alces.run.local_error import ORDERS, evolving, local_error
from alces.run.stages import solve_stages
from alces.run.tableaus import TABLEAUS, Tableau
from alces.run.verdicts import ask
from alces.solve.outcome import Outcome


class Transient(Executioner):
    """Steps through time; a step that does not converge is cut and tried again."""

    transient: ClassVar[bool] = True
    parameters: ClassVar[tuple[Param, ...]] = (
        Param(
            "scheme",
            Choice(*SCHEMES, *TABLEAUS, "dirk"),
            "implicit-euler",
            doc="time integrator; dirk is lstable-dirk2",
        ),
        Param("safe_start", BOOLEAN, True, doc="first step of astable-dirk4 by lstable-dirk4"),
        Param("newmark_beta", REAL, 0.25, doc="beta of newmark-beta", range="newmark_beta > 0"),
        Param("newmark_gamma", REAL, 0.5, doc="gamma of newmark-beta", range="newmark_gamma >= 0.5"),
        Param("newmark_inactive_steps", INTEGER, 0, doc="first steps of newmark-beta without any rate",
              range="newmark_inactive_steps >= 0"),
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
        Param("predictor_order", INTEGER, 1, doc="degree of the polynomial in time that is extrapolated",
              range="predictor_order = 1 | predictor_order = 2"),
        Param("predictor_variables", STRINGS, (), doc="variables that are extrapolated; default: all"),
        Param("predictor_scale", REAL, 1.0, doc="part of the extrapolated change that the predictor takes"),
        Param("predictor_skip_times", REALS, (), doc="ends of steps that it leaves out", unit="time"),
        Param("predictor_skip_times_old", REALS, (), doc="starts of steps that it leaves out", unit="time"),
        Param("predictor_skip_after_failure", BOOLEAN, False, doc="no prediction after a failed step"),
        Param("abort_on_solve_fail", BOOLEAN, False, doc="give up at the first step without a solution"),
        Param("error_on_dtmin", BOOLEAN, True,
              doc="whether a step that should be shorter than dtmin is a failure, or just the end"),
        Param("steady_state_detection", BOOLEAN, False, doc="stop when the solution no longer changes",
              aliases=("trans_ss_check",)),
        Param("steady_state_tolerance", REAL, 1e-8, doc="relative change at which the solution is steady",
              aliases=("ss_check_tol",)),
        Param("steady_state_start_time", REAL, 0.0, doc="time before which nothing counts as steady",
              aliases=("ss_tmin",)),
        Param("normalize_solution_diff_norm_by_dt", BOOLEAN, True, doc="take the change per time"),
        Param("check_aux", BOOLEAN, False, doc="watch the auxiliary variables instead"),
        Param("reset_dt", BOOLEAN, False, doc="accepted"),
        Param("n_startup_steps", INTEGER, 0, doc="accepted: the first steps are as long as the others"),
        Param("timestep_tolerance", REAL, 1e-13, doc="relative tolerance for hitting times"),
    )

    def setup(self) -> None:
        self.scheme, self.history = self.p.scheme, History()
        if self.scheme == "dirk":
            self.scheme = "lstable-dirk2"
        if self.p.given("safe_start") and self.scheme != "astable-dirk4":
            raise self.error("safe_start", "goes with scheme = astable-dirk4")
        self._cuts: list[tuple[float, str]] = []  # of the current step
        self._sync: list[float] = []
        self._extrapolated: numpy.ndarray | float = 1.0  # 0 for unknowns that keep their last value
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
        self.history, wanted = History(), self.p.predictor_variables
        unknowns = problem.model.unknowns
        for name in wanted:
            if name not in unknowns.index:
                raise self.error("predictor_variables", f"'{name}' is not solved for")
        if wanted:
            self._extrapolated = 1.0 * numpy.isin(unknowns.field, [unknowns.index[name] for name in wanted])
        return self._clip(problem.time_stepper.first(self._report(problem)), self.p.start_time)

    # -- the loop ----------------------------------------------------------------------------------
    def run(self, problem: Any, files: Any) -> None:
        """See `Executioner.run`."""
        checkpoints = Checkpointing(problem, files)
        with checkpoints.guard():
            if problem.continues is None:
                self._begin(problem, files)
                checkpoints.accept("INITIAL")
                if ask(problem, "INITIAL") is not None:
                    return
            else:
                files.continue_from(problem.snapshot())
                checkpoints.accept("NONE")
            self._steps(problem, files, checkpoints)

    def _begin(self, problem: Any, files: Any) -> None:
        """The initial state, as it is written."""
        state = problem.state
        problem.time_old = state.t = self.p.start_time
        state.dt = 0.0
        problem.postprocessing.update(state, "INITIAL")
        files.write(problem.snapshot(), "INITIAL")

    def _steps(self, problem: Any, files: Any, checkpoints: Checkpointing) -> None:
        """All steps up to the end."""
        state = problem.state
        self._sync = sorted(files.sync_times)
        shorter: float | None = None
        started = time.perf_counter()
        while problem.step < self.p.num_steps and not self._reached(problem.time_old):
            if problem.stopped():
                raise KeyboardInterrupt
            report = self._report(problem)
            stepper = problem.time_stepper
            wanted = shorter or (stepper.first(report) if problem.step == 0 else stepper.next(report))
            dt = self._clip(wanted, problem.time_old, stepper.halves)
            before = state.postprocessors_old, dict(state.postprocessors)
            dt, outcome, cut = self._step(problem, dt)
            if not dt:
                break
            problem.step += 1
            problem.auxiliaries.update(state, "TIMESTEP_END")
            state.postprocessors_old = dict(state.postprocessors)
            with problem.performance.timer("postprocessors"):
                committed = problem.postprocessing.update(state, "TIMESTEP_END", commit=True)
            verdict = ask(problem, "TIMESTEP_END")
            unwelcome = not stepper.accepts(dt, self._report(problem)) and dt > self._dtmin()
            if unwelcome or (verdict is not None and verdict.demand == "reject"):
                problem.step -= 1
                state.postprocessors_old, state.postprocessors = before
                shorter = self._shorter(problem, dt, "rejected")
                if not shorter:
                    break
                continue
            cut, shorter = cut or shorter is not None, None
            steady = self._steady(problem, dt)
            with problem.performance.timer("output"):
                files.write(problem.snapshot(), "TIMESTEP_END")
            state.material.update(committed)
            state.keep_rates()
            self.history = self.history.followed_by(state.u_old, dt, cut)
            state.u_old, state.aux_old = state.u.copy(), state.aux.copy()
            problem.time_old = state.t
            with problem.performance.timer("checkpoints"):
                checkpoints.accept("TIMESTEP_END")
            problem.console.step_end(problem.step, state.t, dt, outcome.iterations, outcome.reason,
                                     self._fraction(problem), time.perf_counter() - started)
            if steady:
                problem.console.message(f"steady state reached at t = {state.t:g}")
            if steady or verdict is not None:
                break

    def _step(self, problem: Any, dt: float) -> tuple[float, Any, bool]:
        """One accepted step: its length (0 to end the run), outcome, and whether it had to be cut."""
        state, u_older, dt_old = problem.state, self.history.u_older, self.history.dt_old
        cut, self._cuts = False, []
        averaged = self.scheme == "crank-nicolson"
        if averaged:
            problem.keep_old_residual()
        while True:
            problem.begin_step(dt, self.scheme, dt_old, u_older)
            problem.console.step_begin(problem.step + 1, state.t, dt)
            problem.auxiliaries.update(state, "TIMESTEP_BEGIN")
            problem.postprocessing.update(state, "TIMESTEP_BEGIN")
            if self.scheme in TABLEAUS:
                outcome = solve_stages(problem, self._tableau(problem), dt, partial(self._guess, state, dt))
            else:
                outcome = problem.solve(self._guess(state, dt), averaged)
            if outcome.converged:
                return dt, outcome, cut
            dt, cut = self._shorter(problem, dt, outcome.reason, outcome), True
            if not dt:
                return dt, outcome, cut

    def _tableau(self, problem: Any) -> Tableau:
        """The stages of the current step."""
        safe = self.scheme == "astable-dirk4" and self.p.safe_start and problem.step == 0
        return TABLEAUS["lstable-dirk4" if safe else self.scheme]

    def _guess(self, state: Any, dt: float, part: float = 1.0) -> numpy.ndarray:
        """First guess at a part of the step."""
        if not self.p.predictor or not self.history.steps or self._unpredicted(state.t, state.t - dt):
            return state.u_old
        change = self.history.change(state.u_old, part * dt, self.p.predictor_order)
        return state.u_old + self.p.predictor_scale * self._extrapolated * change

    def _unpredicted(self, t: float, t_old: float) -> bool:
        """Whether the deck wants no prediction in a step."""
        p = self.p
        if p.predictor_skip_after_failure and (self._cuts or self.history.cut):
            return True
        skipped = [abs(t - s) for s in p.predictor_skip_times]
        skipped += [abs(t_old - s) for s in p.predictor_skip_times_old]
        return any(distance <= 1e-12 * max(1.0, abs(t)) for distance in skipped)

    def _shorter(self, problem: Any, dt: float, reason: str, outcome: Outcome | None = None) -> float:
        """Length to try after a step of length `dt`, which is undone; 0 to end the run.

        Raises:
            DidNotConverge: there is nothing left to try.
        """
        state = problem.state
        shorter = problem.time_stepper.after_failure(dt)
        last = self.p.abort_on_solve_fail or (shorter < self._dtmin() and self.p.error_on_dtmin)
        report = "\n" + failure_report(problem, outcome, self._cuts) if last and outcome else ""
        self._cuts.append((dt, reason))
        if self.p.abort_on_solve_fail:
            raise DidNotConverge(f"step {problem.step + 1} at t = {problem.time_old:g} did not converge "
                                 f"({reason}), and abort_on_solve_fail = true{report}")
        state.u, state.aux = state.u_old.copy(), state.aux_old.copy()
        problem.console.cut(state.t, dt, shorter, reason)
        state.t = problem.time_old
        if shorter < self._dtmin():
            message = (f"step {problem.step + 1} at t = {problem.time_old:g} did not converge with "
                       f"dt = {dt:g} ({reason}), and dtmin = {self._dtmin():g}")
            if self.p.error_on_dtmin:
                raise DidNotConverge(message + report)
            problem.console.message(message)
            return 0.0
        return float(shorter)

    # -- times -------------------------------------------------------------------------------------
    def _dtmin(self) -> float:
        if self.p.dtmin is not None:
            return self.p.dtmin
        span = self.p.end_time - self.p.start_time
        return 1e-13 * (span if span < 1e29 else max(self.p.dt, 1e-300))

    def _reached(self, t: float) -> bool:
        return t >= self.p.end_time - self.p.timestep_tolerance * max(abs(self.p.end_time), 1e-300)

    def _clip(self, dt: float, t: float, halve: bool = False) -> float:
        """`dt` within its bounds, shortened to hit the next time that must be hit, if so asked in two equal
        steps rather than in a whole one and a rest."""
        if not numpy.isfinite(dt) or dt <= 0:
            raise DeckErrors([DeckError(f"the time stepper asked for dt = {dt}", self.p.location_of("dt"))])
        dt = min(dt, self.p.dtmax)
        slack = self.p.timestep_tolerance
        left = min(*(s for s in self._sync if s > t * (1 + slack) + 1e-300), self.p.end_time, math.inf) - t
        if left > 0 and (dt > left * (1 - 1e-10) or dt + slack > left):
            return left
        if halve and dt < left < 2.0 * dt:
            return 0.5 * left
        return dt

    def _fraction(self, problem: Any) -> float:
        by_time = (problem.state.t - self.p.start_time) / (self.p.end_time - self.p.start_time)
        return max(by_time, problem.step / self.p.num_steps)

    def _report(self, problem: Any) -> StepReport:
        return StepReport(
            problem.step,
            problem.time_old if problem.step else self.p.start_time,
            self.history.dt_old,
            problem.newton_iterations,
            problem.linear_iterations,
            self.history.cut,
            lambda name, t: problem.status.function(name, time=t),
            problem.status.postprocessor,
            problem.solve_seconds,
            problem.status.knots,
            self.p.timestep_tolerance,
            ORDERS.get(self.scheme, 0),
            lambda: local_error(problem, self.scheme, self.history),
            lambda: evolving(problem),
        )

    def _steady(self, problem: Any, dt: float) -> bool:
        p = self.p
        if not p.steady_state_detection or problem.state.t < p.steady_state_start_time:
            return False
        change = problem.status.relative_change(p.check_aux)
        per = dt if p.normalize_solution_diff_norm_by_dt else 1.0
        return bool(change / per <= p.steady_state_tolerance)
