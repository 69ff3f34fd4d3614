"""Problems without time."""
from __future__ import annotations

from typing import Any, ClassVar

from alces.run.executioner import DidNotConverge, Executioner


class Steady(Executioner):
    """Solves once. The initial state is written as step 0 at time 0, the solution as step 1 at time 1."""

    transient: ClassVar[bool] = False

    def run(self, problem: Any, files: Any) -> None:
        """See `Executioner.run`."""
        console, state = problem.console, problem.state
        problem.postprocessing.update(state, "INITIAL")
        files.write(problem.snapshot(), "INITIAL")
        problem.step = 1
        state.t = 1.0
        console.step_begin(1, 1.0, 0.0)
        problem.auxiliaries.update(state, "TIMESTEP_BEGIN")
        problem.postprocessing.update(state, "TIMESTEP_BEGIN")
        outcome = problem.solve(state.u)
        console.step_end(1, 1.0, 0.0, outcome.iterations, outcome.reason, 1.0, 0.0)
        if not outcome.converged:
            raise DidNotConverge(f"the steady solve did not converge: {outcome.reason}")
        problem.auxiliaries.update(state, "TIMESTEP_END")
        committed = problem.postprocessing.update(state, "TIMESTEP_END", commit=True)
        state.material.update(committed)
        files.write(problem.snapshot(), "TIMESTEP_END")
