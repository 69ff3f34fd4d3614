"""How far a step is off, estimated from the extrapolation through the steps before."""
from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy

from alces import backend
from alces.physics import FieldError, LocalError
from alces.run.history import History
from alces.run.integrators import rate

ORDERS = {"implicit-euler": 1, "bdf2": 2}
"""Order p of the schemes with an estimate: all that differentiate the polynomial through p + 1 solutions."""


def share_of_difference(scheme: str, dt: float, history: History) -> float:
    """Local error of a step of length `dt` as a part of its distance from the extrapolation.

    Backward differentiation of order p takes for u' the slope ``a u + ...`` of the polynomial through the new
    and the last p solutions. With D = u^(p+1)/(p+1)!, P the product of the distances in time of the new
    solution from these p, and s that from the one before them,

        u - u(t) = P D / a             is the local error, and
        u(t) - extrapolation = P s D   that of the polynomial through the last p + 1 solutions,

    hence error = (u - extrapolation) / (1 + a s): with equal steps 1/3 of the difference for implicit
    Euler, 2/11 for BDF2.

    Sources: Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I, section III.5 (variable-step
    BDF); Gresho, Lee, Sani, Recent Advances in Numerical Methods in Fluids 1 (1980) 27 (the device).
    """
    order, none = order_of(scheme, history), numpy.zeros(1)
    method = scheme if order == ORDERS[scheme] else "implicit-euler"
    slope = rate(method, dt, none, history.dt_old, none).slope
    return 1.0 / (1.0 + slope * history.span(dt, order))


def order_of(scheme: str, history: History) -> int:
    """Order of the estimate: that of the scheme, or less if few solutions are known; 0 if there is none.

    The second step of BDF2 is judged as if implicit Euler had made it: that says too much rather than too
    little.
    """
    return min(ORDERS.get(scheme, 0), history.steps)


def local_error(problem: Any, scheme: str, history: History) -> LocalError | None:
    """The estimate for the step that the state has just been solved for; None if too few steps are known.

    Prescribed unknowns have no error. Several processes add up their own unknowns.
    """
    order = order_of(scheme, history)
    if not order:
        return None
    state, unknowns = problem.state, problem.model.unknowns
    error = state.u - state.u_old - history.change(state.u_old, state.dt, order)
    error *= share_of_difference(scheme, state.dt, history)
    error[problem.system.constrained] = 0.0
    own, n = unknowns.ghosts.own, len(unknowns.variables)
    field = unknowns.field[own]
    sums = [numpy.bincount(field, weights, n)
            for weights in (error[own] ** 2, state.u[own] ** 2, state.u_old[own] ** 2, None)]
    error2, now2, old2, count = problem.ranks.sum(numpy.array(sums, dtype=float))
    rms = numpy.sqrt(numpy.array([error2, numpy.maximum(now2, old2)]) / numpy.maximum(count, 1.0))
    return LocalError(order, {name: FieldError(*rms[:, i].tolist()) for name, i in unknowns.index.items()})


def evolving(problem: Any) -> list[str]:
    """Variables whose rate of change is in the equations; the others follow from them at each instant."""
    state, unknowns = problem.state, problem.model.unknowns
    plain = backend.to_host(problem.system.residual(replace(state)))
    largest = problem.ranks.everyone(float(numpy.abs(state.u_dot()).max(initial=0.0)))
    out = []
    for name, i in unknowns.index.items():
        moved = state.offset + numpy.where(unknowns.field == i, 1.0 + max(largest), 0.0)
        changed = backend.to_host(problem.system.residual(replace(state, offset=moved)))
        if problem.ranks.any(not numpy.array_equal(changed, plain, equal_nan=True)):
            out.append(name)
    return out
