"""A whole time step of `coupled5`, held at its edges: assembly, linear solves, everything around them."""
from __future__ import annotations

from coupled5 import SUPPORTS, load
from given import dt
from measure import TURNS, peak_memory, repeated

WHOLE = "Preconditioning/whole/type=SMP"


def by_default(small: bool) -> list[dict]:
    """coupled5: one time step, the solver that Alces chooses"""
    return _steps((8, 16) if small else (64, 128, 256, 512), small)


def by_direct(small: bool) -> list[dict]:
    """coupled5: one time step, the whole matrix factorised in every Newton iteration, its analysis kept"""
    return _steps((8, 16) if small else (64, 128, 256), small, WHOLE)


def _steps(sizes: tuple[int, ...], small: bool, *overrides: str) -> list[dict]:
    """Sizes rise: the peak so far is that of the last one."""
    rows = []
    for n in sizes:
        problem = load(n, "uniform", *SUPPORTS, *overrides)
        state = problem.state
        start = state.u.copy()
        outcomes = []

        def again(problem=problem) -> None:
            problem.begin_step(dt)

        def step(problem=problem, start=start, outcomes=outcomes) -> None:
            outcomes.append(problem.solve(start))

        turns = 1 if small else TURNS if n <= 128 else 3
        seconds = repeated(step, again, turns)
        outcome = outcomes[-1]
        if not outcome.converged:
            raise RuntimeError(f"N = {n}: {outcome.reason}")
        unknowns = problem.model.unknowns.n
        rows.append({
            "N": n, "unknowns": unknowns, "step, s": seconds.wall, "CPU, s": seconds.cpu, "median of": turns,
            "us/unknown": 1e6 * seconds.wall / unknowns, "Newton iterations": outcome.iterations,
            "linear iterations": outcome.linear_iterations, "peak, MB": peak_memory() / 1e6,
        })
    return rows
