"""Problems without time."""
from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from alces.params import REAL, Param
from alces.run.checkpointing import Checkpointing
from alces.run.executioner import DidNotConverge, Executioner
from alces.run.failure_report import failure_report
from alces.run.verdicts import ask


class Steady(Executioner):
    """Solves once. The initial state is written as step 0 at time 0, the solution as step 1 at time 1, and
    what is written at the end at time 2; but functions see `time` throughout."""

    transient: ClassVar[bool] = False
    parameters: ClassVar[tuple[Param, ...]] = (
        Param("time", REAL, 0.0, doc="time that functions see", unit="time"),
    )

    def run(self, problem: Any, files: Any) -> None:
        """See `Executioner.run`."""
        checkpoints = Checkpointing(problem, files)
        files.final_time = 2.0
        with checkpoints.guard():
            if problem.continues is None:
                self._solve(problem, files)
            else:
                files.continue_from(replace(problem.snapshot(), time=1.0))
            checkpoints.accept("TIMESTEP_END")

    def _solve(self, problem: Any, files: Any) -> None:
        console, state = problem.console, problem.state
        problem.postprocessing.update(state, "INITIAL")
        files.write(problem.snapshot(), "INITIAL")
        if ask(problem, "INITIAL") is not None:
            return
        problem.step = 1
        state.t = self.p.time
        console.step_begin(1, 1.0, 0.0)
        problem.auxiliaries.update(state, "TIMESTEP_BEGIN")
        problem.postprocessing.update(state, "TIMESTEP_BEGIN")
        outcome = problem.solve(state.u)
        console.step_end(1, 1.0, 0.0, outcome.iterations, outcome.reason, 1.0, 0.0)
        if not outcome.converged:
            report = failure_report(problem, outcome)
            raise DidNotConverge(f"the steady solve did not converge: {outcome.reason}\n{report}")
        problem.auxiliaries.update(state, "TIMESTEP_END")
        committed = problem.postprocessing.update(state, "TIMESTEP_END", commit=True)
        verdict = ask(problem, "TIMESTEP_END")
        if verdict is not None and verdict.demand == "reject":
            raise DidNotConverge(f"the steady solution was rejected: {verdict.message}")
        state.material.update(committed)
        files.write(replace(problem.snapshot(), time=1.0), "TIMESTEP_END")
