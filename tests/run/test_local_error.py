"""The estimate of the local error against the error itself."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from alces.hit import DeckErrors
from alces.hit import load as load_deck
from alces.ranks import Ranks
from alces.run.history import History
from alces.run.integrators import rate
from alces.run.local_error import ORDERS, evolving, local_error, order_of, share_of_difference
from alces.run.problem import Problem

from tests.parallel.threads import together

RNG = np.random.default_rng(5)


def history(u, times) -> History:
    """Of steps that end at these times, with the exact solution at each."""
    out = History()
    for a, b in pairwise(times[:-1]):
        out = out.followed_by(np.array([u(a)]), b - a, False)
    return out


def step(scheme: str, u, u_dot, times) -> tuple[float, float]:
    """Error of the last step of u' = f(t) from exact values, and its estimate."""
    past, dt = history(u, times), times[-1] - times[-2]
    old = np.array([u(times[-2])])
    made = rate(scheme, dt, old, past.dt_old, past.u_older)
    new = (u_dot(times[-1]) - made.offset) / made.slope
    difference = new - old - past.change(old, dt, order_of(scheme, past))
    return float(new[0] - u(times[-1])), float(difference[0]) * share_of_difference(scheme, dt, past)


@pytest.mark.parametrize("scheme", sorted(ORDERS))
@pytest.mark.parametrize("_", range(4))
def test_it_is_the_error_of_polynomials(scheme: str, _: int) -> None:
    """Of one degree more than what the scheme does exactly, whatever the steps."""
    p = ORDERS[scheme]
    times = np.cumsum(RNG.uniform(0.1, 1.0, p + 2))
    error, estimate = step(scheme, lambda t: t ** (p + 1), lambda t: (p + 1) * t**p, times)
    assert abs(error) > 1e-3 and estimate == pytest.approx(error, rel=1e-10)


@pytest.mark.parametrize(("scheme", "share"), [("implicit-euler", 1 / 3), ("bdf2", 2 / 11)])
def test_equal_steps(scheme: str, share: float) -> None:
    """Textbook constants; and of any smooth solution it is the error up to higher orders of the step."""
    times = np.arange(4.0)
    assert share_of_difference(scheme, 1.0, history(np.exp, times)) == pytest.approx(share, rel=1e-14)
    ratios = []
    for h in (0.02, 0.01):
        error, estimate = step(scheme, np.sin, np.cos, 1.0 + h * np.arange(ORDERS[scheme] + 2))
        ratios.append(estimate / error - 1.0)
    assert abs(ratios[1]) < 0.02 and ratios[0] / ratios[1] == pytest.approx(2.0, rel=0.1)


def test_start_of_bdf2() -> None:
    """No estimate for the first step; the second is judged as one of implicit Euler."""
    assert order_of("bdf2", History()) == 0 == order_of("crank-nicolson", history(np.exp, np.arange(4.0)))
    second = history(np.exp, np.arange(3.0))
    assert order_of("bdf2", second) == 1
    assert share_of_difference("bdf2", 1.0, second) == pytest.approx(1 / 3)


@pytest.mark.parametrize("order", [1, 2])
def test_extrapolation_is_exact_on_polynomials(order: int) -> None:
    times = np.cumsum(RNG.uniform(0.1, 1.0, 4))
    past = history(lambda t: t**order, times)
    old = np.array([times[-2] ** order])
    change = past.change(old, times[-1] - times[-2], order)
    assert (old + change)[0] == pytest.approx(times[-1] ** order, rel=1e-12)
    linear = history(lambda t: t, times[1:])
    assert linear.steps == 1 and linear.change(np.array([times[-2]]), 0.5, 2)[0] == pytest.approx(0.5)


DECK = """
[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = 3
  ny = 3
[]
[Variables]
  [v]
  []
  [u]
  []
  [w]
    family = MONOMIAL
    order = CONSTANT
  []
[]
[Kernels]
  [u_t]
    type = TimeDerivative
    variable = u
  []
  [u_source]
    type = BodyForce
    variable = u
    function = '3 * t^2 * (1 + x)'
  []
  [v]
    type = Reaction
    variable = v
  []
  [v_t]
    type = CoefCoupledTimeDerivative
    variable = v
    v = u
    coef = 2
  []
  [w_t]
    type = TimeDerivative
    variable = w
  []
[]
[BCs]
  [left]
    type = FunctionDirichletBC
    variable = u
    boundary = left
    function = 't^3'
  []
[]
[Executioner]
  type = Transient
  scheme = bdf2
  num_steps = 4
  nl_rel_tol = 1e-13
  [TimeStepper]
    type = TimeSequenceStepper
    time_sequence = '0.2 0.5 0.7 1.2'
  []
[]
"""


def of_last_step(problem: Problem) -> tuple[dict[str, tuple[float, float]], list[str], np.ndarray]:
    """Per field error and size, the fields with a rate, and the unknowns of the last four times."""
    kept, found = [], {}
    accepts = problem.time_stepper.accepts

    def look(dt, report):
        kept.append(problem.state.u.copy())
        local = report.local_error()
        found.update({} if local is None else {n: (f.error, f.size) for n, f in local.fields.items()})
        found[""] = report.evolving()
        return accepts(dt, report)

    problem.time_stepper.accepts = look
    problem.execute(write=False)
    return found, found.pop(""), np.array(kept)


def test_fields_of_a_problem(problem) -> None:
    """v follows from u' at once; the prescribed values of u are exact; a field at rest has no error."""
    p = problem(DECK)
    found, names, u = of_last_step(p)
    assert names == ["u", "w"] == evolving(p)
    assert found["w"] == (0.0, 0.0)
    t = np.array([0.2, 0.5, 0.7, 1.2])
    mine = p.model.unknowns.dofs[1]
    past = np.array([np.polyval(np.polyfit(t[:3] - t[3], u[:3, k], 2), 0.0) for k in mine])
    slope = rate("bdf2", 0.5, np.zeros(1), 0.2, np.zeros(1)).slope
    error = (u[3, mine] - past) / (1 + slope * 1.0)  # 1.0 from the first of the three to the end
    error[p.model.mesh.points[:, 0] == 0] = 0.0
    assert found["u"][0] == pytest.approx(np.sqrt(np.mean(error**2)), rel=1e-9)
    assert found["u"][1] == pytest.approx(np.sqrt(np.mean(u[3, mine] ** 2)), rel=1e-12)


def test_parts_of_a_mesh_agree(tmp_path: Path) -> None:
    path = tmp_path / "deck.i"
    path.write_text(DECK)

    def work(ranks: Ranks):
        p = Problem(load_deck(str(path)), path, ranks=ranks)
        state, n = p.state, p.model.unknowns.points()[:, 0] + p.model.unknowns.field
        p.time_old, state.u_old, state.u = 2.0, 1.0 + n, 1.5 + n**2
        p.begin_step(0.5, "bdf2", 0.25, np.cos(n))
        past = History(np.cos(n), 0.25, False, np.sin(n), 0.125)
        return local_error(p, "bdf2", past), evolving(p)

    (whole, names), = together(1, work)
    for found, same in together(2, work):
        assert same == names == ["u", "w"] and found.order == 2
        for name, field in whole.fields.items():
            assert field.error > 0.01
            assert (found.fields[name].error, found.fields[name].size) == pytest.approx(
                (field.error, field.size), rel=1e-13)


def test_prediction_of_some_variables(problem) -> None:
    """The others start from their last values."""
    p = problem(DECK, "Executioner/predictor=true", "Executioner/predictor_variables=v w")
    guesses, solve = [], p.solve

    def watched(guess, *more):
        guesses.append(guess - p.state.u_old)
        return solve(guess, *more)

    p.solve = watched
    p.execute(write=False)
    v, u, _ = p.model.unknowns.dofs
    assert np.abs(guesses[-1][v]).max() > 0.1 and not guesses[-1][u].any()
    with pytest.raises(DeckErrors, match="'x' is not solved for"):
        problem(DECK, "Executioner/predictor=true", "Executioner/predictor_variables=x")
