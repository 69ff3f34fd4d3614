"""How often a solve evaluates its terms: once for residual and Jacobian where both are wanted."""

from __future__ import annotations

from pathlib import Path

import numpy
import pytest

EVERYTHING = (Path(__file__).parents[1] / "assembly" / "everything.i").read_text()

FRONT = """
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 8
[]
[Variables]
  [u]
    initial_condition = 0.1
  []
[]
[Kernels]
  [t]
    type = TimeDerivative
    variable = u
  []
  [k]
    type = MatDiffusion
    variable = u
    diffusivity = D
  []
[]
[Materials]
  [D]
    type = ParsedMaterial
    property_name = D
    coupled_variables = u
    expression = '0.1 + u^2'
  []
[]
[BCs]
  [left]
    type = DirichletBC
    variable = u
    boundary = left
    value = 1
  []
[]
[Postprocessors]
  [flow]
    type = BoundaryReaction
    variable = u
    boundary = left
  []
[]
[Executioner]
  type = Transient
  scheme = SCHEME
  dt = 0.1
  num_steps = 3
  nl_rel_tol = 1e-10
  OTHER
[]
"""


@pytest.fixture
def counted(problem):
    """``counted(deck)``: a problem and the numbers of its evaluations by kind, and of Newton iterations."""

    def made(deck):
        p = problem(deck)
        counts = dict.fromkeys(("residual", "jacobian", "linearization", "iterations"), 0)

        def count(owner, name, kind, amount=lambda result: 1):
            method = getattr(owner, name)

            def counting(*arguments, **options):
                result = method(*arguments, **options)
                counts[kind] += amount(result)
                return result

            setattr(owner, name, counting)

        for name in ("residual", "jacobian", "linearization"):
            count(p.system, name, name)
        count(p, "solve", "iterations", lambda outcome: outcome.iterations)
        return p, counts

    return made


def front(scheme="implicit-euler", other=""):
    return FRONT.replace("SCHEME", scheme).replace("OTHER", other)


def test_full_steps_evaluate_once_in_each_iteration_and_once_at_the_end(counted):
    p, counts = counted(front(other="nl_update_tol = 1e-8"))
    p.execute(write=False)
    assert counts["iterations"] > 2 * p.step
    assert counts == {"residual": p.step, "jacobian": 0, "linearization": counts["iterations"],
                      "iterations": counts["iterations"]}


def test_where_the_residual_decides_a_step_begins_with_one_evaluation(counted):
    p, counts = counted(front(other="line_search = basic"))
    p.execute(write=False)
    assert counts["linearization"] == p.step
    assert counts["residual"] == counts["iterations"]
    assert counts["jacobian"] == counts["iterations"] - p.step


@pytest.mark.parametrize("other", ["", "nl_update_tol = 1e-8"])
@pytest.mark.parametrize("scheme", ["implicit-euler", "crank-nicolson", "lstable-dirk2"])
def test_saving_evaluations_changes_no_number(problem, monkeypatch, scheme, other):
    p, plain = problem(front(scheme, other)), problem(front(scheme, other))
    p.execute(write=False)
    monkeypatch.setattr(type(plain), "_residual_at", property(lambda self: None, lambda self, value: None))
    monkeypatch.setattr(plain, "_evaluate", lambda u: fresh(plain, u))
    plain.execute(write=False)
    numpy.testing.assert_array_equal(p.state.u, plain.state.u)
    assert p.state.postprocessors == plain.state.postprocessors


def fresh(p, u):
    """The residual without anything that is kept."""
    miss = u[p.system.constrained] - p._prescribed()
    p._set(u)
    p.raw_residual = p.system.residual(p.state)
    if p._old_residual is not None:
        p.raw_residual = p.raw_residual + p._old_residual
    out = p.raw_residual.copy()
    out[p.system.constrained] = miss
    return out


def test_reactions_are_those_of_the_solution(problem):
    """The last residual of a solve belongs to its last iterate."""
    p = problem(front(other="nl_update_tol = 1e-8"))
    p.solve(p.state.u_old)
    kept = p.raw_residual.copy()
    numpy.testing.assert_array_equal(kept, p.system.residual(p.state))
    assert abs(kept[p.system.constrained]).min() > 0.1


def test_nothing_is_kept_between_evaluations_from_outside(problem):
    """Between them the state may change in ways that the unknowns do not show."""
    p = problem(front())
    before = p.residual()
    p.jacobian()
    p.begin_step(0.2)
    p.state.u_old[:] = 0.3
    assert abs(p.residual() - before).max() > 1e-3


def test_both_at_once_are_what_each_is_alone(problem):
    p = problem(EVERYTHING)
    p.state.u = numpy.random.default_rng(3).uniform(0.2, 1.0, p.model.unknowns.n)
    residual, values = p.system.linearization(p.state)
    numpy.testing.assert_array_equal(residual, p.system.residual(p.state))
    numpy.testing.assert_array_equal(values, p.system.jacobian(p.state))
    assert abs(residual).max() > 0
