"""Newton's method on small systems with known answers."""

from __future__ import annotations

import numpy
import pytest
from alces.solve.reasons import KSP, SNES, in_words
from scipy import sparse


def test_quadratic_convergence(circle, nonlinear):
    system = nonlinear(nl_rel_tol=1e-14, nl_abs_tol=1e-14)
    out = system.solve([1.5, 1.5])
    assert out.converged and "tolerance" in out.reason
    numpy.testing.assert_allclose(circle[0](out.x), 0.0, atol=1e-13)
    assert len(out.norms) == out.iterations + 1
    e = out.norms
    fast = [(e[k], e[k + 1]) for k in range(1, len(e) - 1) if 1e-7 < e[k] < 0.5]
    assert len(fast) >= 2 and all(b <= 2.0 * a**2 for a, b in fast)


def test_a_linear_system_takes_one_iteration(small):
    A = numpy.array([[4.0, 1.0, 0.0], [1.0, 3.0, -1.0], [0.0, 2.0, 5.0]])
    system = small(lambda x: A @ x - [1.0, 2.0, 3.0], lambda x: A, [0, 0, 0])
    out = system.solve(numpy.zeros(3))
    assert out.iterations == 1
    numpy.testing.assert_allclose(out.x, numpy.linalg.solve(A, [1.0, 2.0, 3.0]), rtol=1e-13)


def test_a_solved_system_takes_none(small):
    system = small(lambda x: x - 1.0, lambda x: numpy.eye(2), [0, 0])
    out = system.solve([1.0, 1.0])
    assert out.converged and out.iterations == 0


def test_progress_reports_norms_by_field(small):
    lines = []
    system = small(
        lambda x: x - [3.0, 0.0, 4.0],
        lambda x: numpy.eye(3),
        [0, 1, 1],
        ("a", "b"),
        lambda i, norm, fields: lines.append((i, norm, fields)),
    )
    system.solve(numpy.zeros(3))
    assert lines[0] == (0, 5.0, {"a": 3.0, "b": 4.0})
    assert lines[-1][0] == 1 and lines[-1][1] == pytest.approx(0.0, abs=1e-14)


# -- failures are told in words ------------------------------------------------------------------
def test_too_few_iterations(nonlinear):
    system = nonlinear(nl_max_its=1, nl_rel_tol=1e-14)
    out = system.solve([1.5, 1.5])
    assert not out.converged and out.reason == "no convergence within the allowed Newton iterations"


def test_a_residual_that_is_nan_at_the_start(small):
    with numpy.errstate(invalid="ignore"):
        out = small(numpy.log, lambda x: numpy.diag(1 / x), [0, 0]).solve([-1.0, 1.0])
    assert not out.converged and out.reason == "the residual is not a number"


@pytest.mark.filterwarnings("ignore:invalid value")
def test_the_line_search_backs_off_from_nan(small):
    """The full step from 8 leads to log of a negative number."""
    system = small(lambda x: numpy.log(x), lambda x: numpy.diag(1.0 / x), [0], nl_abs_tol=1e-12)
    out = system.solve([8.0])
    assert any(x[0] < 0 for x in system.seen), "the test should meet the forbidden region"
    assert out.converged
    assert out.x[0] == pytest.approx(1.0, abs=1e-11)


@pytest.mark.filterwarnings("ignore:divide by zero")
def test_no_solution(small):
    """x^2 + 1 = 0 has none: any of the honest reasons, never convergence."""
    out = small(lambda x: x**2 + 1.0, lambda x: [2 * x], [0]).solve([3.0])
    assert not out.converged
    assert out.reason in SNES.values() or out.reason.startswith("the linear solver failed")


def test_a_singular_matrix(small):
    out = small(lambda x: x - 1.0, lambda x: [[1.0, 1.0], [1.0, 1.0]], [0, 0]).solve([0.0, 5.0])
    assert not out.converged
    assert out.reason  # which one depends on the factorisation: a failure, not a number, or no convergence


def test_a_singular_matrix_does_not_spoil_the_next_solve(small):
    matrix = [[0.0, 0.0], [0.0, 0.0]]
    system = small(lambda x: x - 1.0, lambda x: matrix, [0, 0])
    for _ in range(3):
        assert not system.solve([0.0, 5.0]).converged
    matrix[:] = [[1.0, 0.0], [0.0, 1.0]]
    out = system.solve([0.0, 5.0])
    assert out.converged and out.x.tolist() == [1.0, 1.0]


def test_reasons_in_words():
    assert in_words(3, 2) == "residual below the relative tolerance"
    assert in_words(-3, -5) == "the linear solver failed: breakdown of the Krylov method"
    assert in_words(-99, 0) == "PETSc reason -99"
    assert all(text and "PETSc" not in text for text in (*SNES.values(), *KSP.values()))


@pytest.mark.parametrize("where", ["f", "j"])
@pytest.mark.parametrize("late", [False, True])
def test_exceptions_reach_the_caller(circle, small, where, late):
    calls = {"f": 0, "j": 0}

    def guarded(name, g):
        def call(x):
            calls[name] += 1
            if name == where and calls[name] > (2 if late else 0):
                raise ZeroDivisionError("one over nothing")
            return g(x)

        return call

    system = small(guarded("f", circle[0]), guarded("j", circle[1]), [0, 0], nl_rel_tol=1e-14)
    with pytest.raises(ZeroDivisionError, match="one over nothing"):
        system.solve([1.5, 1.5])


def test_a_solver_works_on_after_an_exception(small):
    fail = [True]

    def f(x):
        if fail[0]:
            raise KeyError("not yet")
        return x - 2.0

    system = small(f, lambda x: numpy.eye(1), [0])
    with pytest.raises(KeyError):
        system.solve([0.0])
    fail[0] = False
    assert system.solve([0.0]).x[0] == 2.0


# -- PETSc's global option table ---------------------------------------------------------------------
def test_options_of_one_solver_do_not_reach_another(nonlinear):
    limited = nonlinear(nl_rel_tol=1e-14, petsc={"snes_max_it": "1"})
    free = nonlinear(nl_rel_tol=1e-14)
    assert not limited.solve([1.5, 1.5]).converged
    assert free.solve([1.5, 1.5]).converged
    assert not limited.solve([1.5, 1.5]).converged


def test_options_leave_the_table_with_the_solver(nonlinear):
    from petsc4py import PETSc

    before = dict(PETSc.Options().getAll())
    system = nonlinear(petsc={"ksp_view_nothing": ""})
    system.solve([1.5, 1.5])
    system.newton.destroy()
    assert dict(PETSc.Options().getAll()) == before


def test_a_changing_sparsity_makes_a_new_matrix(small):
    """The off-diagonal entries appear in the structure at the second solve."""
    A = numpy.array([[2.0, 1.0], [1.0, 3.0]])
    system = small(lambda x: A @ x - 1.0, lambda x: A, [0, 0])
    full = system.indptr, system.indices
    system.f, system.j = (lambda x: numpy.diag(A) * x - 1.0), (lambda x: numpy.diag(A))
    diagonal = sparse.csr_matrix(numpy.eye(2))
    system.indptr, system.indices = diagonal.indptr, diagonal.indices
    numpy.testing.assert_allclose(system.solve([0.0, 0.0]).x, [1 / 2, 1 / 3], rtol=1e-13)
    system.indptr, system.indices = full
    system.f, system.j = (lambda x: A @ x - 1.0), (lambda x: A)
    numpy.testing.assert_allclose(system.solve([0.0, 0.0]).x, numpy.linalg.solve(A, [1.0, 1.0]), rtol=1e-13)


def test_a_sparsity_that_changes_within_a_solve(small):
    """The coupling of x0 with x1 shows only once x0 > 1: the matrix must follow during the iteration."""
    indptr_full = sparse.csr_matrix(numpy.ones((2, 2)))
    diagonal = sparse.csr_matrix(numpy.eye(2))
    state = {"full": False}

    def f(x):
        return [x[0] - 2.0, x[1] - max(x[0] - 1.0, 0.0)]

    def j(x):
        if x[0] > 1.0:
            state["full"] = True
        if not state["full"]:
            return [1.0, 1.0]
        return [[1.0, 0.0], [-float(x[0] > 1.0), 1.0]]

    system = small(f, j, [0, 0], nl_rel_tol=1e-12)
    system.newton.structure = lambda: (
        (indptr_full.indptr, indptr_full.indices) if state["full"] else (diagonal.indptr, diagonal.indices)
    )
    out = system.solve([0.0, 0.0])
    assert out.converged, out.reason
    numpy.testing.assert_allclose(out.x, [2.0, 1.0], rtol=1e-12)
