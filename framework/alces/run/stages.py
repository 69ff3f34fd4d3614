"""Steps in stages: diagonally implicit Runge-Kutta methods."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy

from alces.run.tableaus import Tableau
from alces.solve.outcome import Outcome


def solve_stages(
    problem: Any, tableau: Tableau, dt: float, guess: Callable[[float], numpy.ndarray]
) -> Outcome:
    """Solve one stage after the other; the state is that at the end of the step if all of them converged.

    A stage is a step of its own to its time, with the rate
    ``k_i = (u_i - u_old) / (a_ii dt) - sum_j<i (a_ij / a_ii) k_j``. Terms may depend on it in any way, since
    ``F(u_i, k_i, t_i) = 0`` is solved as it stands.

    Prescribed unknowns have their values of the time of the stage, and as rate the slope of the polynomial
    through these, u_old and the value at the end: the formula above is of first order in a stage, which would
    reach their neighbours through the mass matrix and cost the method its order.

    Args:
        guess: first guess for a stage, given the part of the step that it stands for.
    """
    state, constrained = problem.state, problem.system.constrained
    values, slopes = _prescribed(problem, tableau, dt)
    rates: list[numpy.ndarray] = []
    newton = linear = 0
    for row, c, value, slope in zip(tableau.a, tableau.c, values, slopes, strict=True):
        state.t, state.dt = problem.time_old + c * dt, c * dt
        state.rate = 1.0 / (row[-1] * dt)
        state.offset = -state.rate * state.u_old
        for a, k in zip(row, rates, strict=False):
            state.offset = state.offset - a / row[-1] * k
        state.offset[constrained] = slope - state.rate * value
        outcome = problem.solve(guess(c))
        newton, linear = newton + outcome.iterations, linear + outcome.linear_iterations
        outcome.iterations, outcome.linear_iterations = newton, linear
        if not outcome.converged:
            break
        rates.append(state.u_dot())
    state.t, state.dt = problem.time_old + dt, dt
    problem.newton_iterations, problem.linear_iterations = newton, linear
    if outcome.converged and tableau.b is not None:
        problem.finish_step(state.u_old + dt * sum(b * k for b, k in zip(tableau.b, rates, strict=True)))
        state.rate, state.offset = 1.0 / dt, -state.u_old / dt
    return outcome


def _prescribed(problem: Any, tableau: Tableau, dt: float) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Prescribed values and their slopes in time at the stages, each (stage, unknown)."""
    state, system = problem.state, problem.system
    ends = tuple(c for c in (0.0, 1.0) if c not in tableau.c)
    places = numpy.array((*tableau.c, *ends))
    values = []
    for c in places:
        state.t, state.dt = problem.time_old + c * dt, c * dt
        values.append(system.prescribed(state) if c else state.u_old[system.constrained])
    powers = numpy.arange(len(places))
    basis = places[:, None] ** powers
    derivative = powers * places[:, None] ** numpy.maximum(powers - 1, 0)
    n = len(tableau.c)
    return numpy.array(values[:n]), (derivative[:n] @ numpy.linalg.solve(basis, numpy.array(values))) / dt
