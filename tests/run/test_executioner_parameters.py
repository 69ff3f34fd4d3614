"""Less common parameters of [Executioner]: what ends a run, limits of the solver, orders of quadrature."""

from __future__ import annotations

import numpy
import pytest
from alces.hit import DeckErrors
from alces.physics import Kernel
from alces.run.executioner import DidNotConverge

DECK = """
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 2
[]
[Variables]
  [u]
    initial_condition = 1
  []
[]
[AuxVariables]
  [still]
    initial_condition = 1
  []
[]
[Kernels]
  [rate]
    type = TimeDerivative
    variable = u
  []
  [decay]
    type = Reaction
    variable = u
  []
[]
[Executioner]
  type = Transient
  dt = 0.1
  num_steps = 8
  %s
[]
"""
WILD = "\n[Kernels]\n[wild]\ntype = Wild\nvariable = u\n[]\n[]\n"


class Wild(Kernel):
    """A term that is no number after t = 0.25."""

    def value(self, q):
        return q.value(self.p.variable) * (0.0 if q.t < 0.25 else float("nan"))


def times(problem, lines, text=DECK):
    return problem(text % lines.replace("\n", "\n  ")).run(write=False).time.to_numpy()


@pytest.mark.parametrize(
    ("lines", "steps"),  # the change of a step is 0.1 of the value: 1 per time
    [
        ("steady_state_detection = true", 8),
        ("steady_state_detection = true\nsteady_state_tolerance = 1.01", 1),
        ("trans_ss_check = true\nss_check_tol = 1.01\nss_tmin = 0.25", 3),
        ("steady_state_detection = true\nsteady_state_tolerance = 0.11", 8),
        ("steady_state_detection = true\nsteady_state_tolerance = 0.11\n"
         "normalize_solution_diff_norm_by_dt = false", 1),
        ("steady_state_detection = true\nsteady_state_tolerance = 0.11\n"
         "normalize_solution_diff_norm_by_dt = false\nsteady_state_start_time = 0.4", 4),
        ("steady_state_detection = true\ncheck_aux = true", 1),
    ],
)
def test_steady_state(problem, lines, steps):
    numpy.testing.assert_allclose(times(problem, lines), 0.1 * numpy.arange(steps + 1), atol=1e-12)


def test_ends_of_a_run_that_does_not_converge(problem, register):
    register(Wild)
    with pytest.raises(DidNotConverge, match=r"dtmin = 0\.02"):
        times(problem, "dtmin = 0.02", DECK + WILD)
    with pytest.raises(DidNotConverge, match="abort_on_solve_fail"):
        times(problem, "abort_on_solve_fail = true", DECK + WILD)
    reached = times(problem, "dtmin = 0.02\nerror_on_dtmin = false", DECK + WILD)
    assert reached[0] == 0.0 and 0.2 <= reached[-1] < 0.25


def test_limits_of_the_solver(problem):
    with pytest.raises(DidNotConverge, match="too many residual evaluations"):
        times(problem, "nl_max_funcs = 1\nnl_rel_tol = 1e-40\ndtmin = 0.09")
    options = problem(DECK % "l_abs_tol = 1e-3").solver_options()
    assert options.petsc == {"ksp_atol": "0.001"}
    assert problem(DECK % "").solver_options().petsc == {}


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("line_search_package = moose", "not one of: petsc"),
        ("line_search = contact", "not one of: default"),
        ("nl_max_funcs = 0", "out of range"),
        ("[Quadrature]\n  type = GRID\n[]", "'GRID' is not one of: GAUSS"),
        ("[Quadrature]\n  custom_blocks = 1\n[]", "unused parameter"),
    ],
)
def test_mistakes(problem, lines, message):
    with pytest.raises(DeckErrors, match=message):
        times(problem, lines)


@pytest.mark.parametrize(("word", "points"), [("THIRD", 2), ("TENTH", 6), ("ELEVENTH", 6), ("TWENTIETH", 11)])
def test_orders_of_quadrature(problem, word, points):
    made = problem(DECK % f"[Quadrature]\n    type = GAUSS\n    order = {word}\n  []")
    assert {len(domain.weights) for domain in made.system.cells} == {points}
