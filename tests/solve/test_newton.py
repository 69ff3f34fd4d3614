"""Newton's method on small systems with known answers."""

from __future__ import annotations

import numpy
import pytest
from alces.solve.newton import Newton
from alces.solve.options import SolverOptions
from alces.solve.reasons import KSP, SNES, in_words
from scipy import sparse


class Small:
    """A dense system f(x) = 0 with its Jacobian, as `Newton` wants it."""

    def __init__(self, f, jacobian, field, names=("u",), progress=None, **options):
        self.f, self.j = f, jacobian
        n = len(field)
        self.n, self.seen = n, []
        full = sparse.csr_matrix(numpy.ones((n, n)))
        self.indptr, self.indices = full.indptr, full.indices
        self.newton = Newton(names, numpy.array(field), SolverOptions(**options), self.evaluate, self.linearize,
                             lambda: (self.indptr, self.indices), progress)

    def evaluate(self, x):
        self.seen.append(x.copy())
        return numpy.asarray(self.f(x), dtype=float)

    def linearize(self, x):
        return numpy.asarray(self.j(x), dtype=float).ravel()

    def solve(self, x):
        return self.newton.solve(numpy.array(x, dtype=float))


def circle_and_cubic(x):
    """x^2 + y^2 = 4, y = x^3 - 1."""
    return [x[0] ** 2 + x[1] ** 2 - 4.0, x[1] - x[0] ** 3 + 1.0]


def its_jacobian(x):
    return [[2 * x[0], 2 * x[1]], [-3 * x[0] ** 2, 1.0]]


def test_quadratic_convergence():
    system = Small(circle_and_cubic, its_jacobian, [0, 0], nl_rel_tol=1e-14, nl_abs_tol=1e-14)
    out = system.solve([1.5, 1.5])
    assert out.converged and "tolerance" in out.reason
    numpy.testing.assert_allclose(circle_and_cubic(out.x), 0.0, atol=1e-13)
    assert len(out.norms) == out.iterations + 1
    e = out.norms
    fast = [(e[k], e[k + 1]) for k in range(1, len(e) - 1) if 1e-7 < e[k] < 0.5]
    assert len(fast) >= 2 and all(b <= 2.0 * a**2 for a, b in fast)


def test_a_linear_system_takes_one_iteration():
    A = numpy.array([[4.0, 1.0, 0.0], [1.0, 3.0, -1.0], [0.0, 2.0, 5.0]])
    system = Small(lambda x: A @ x - [1.0, 2.0, 3.0], lambda x: A, [0, 0, 0])
    out = system.solve(numpy.zeros(3))
    assert out.iterations == 1
    numpy.testing.assert_allclose(out.x, numpy.linalg.solve(A, [1.0, 2.0, 3.0]), rtol=1e-13)


def test_a_solved_system_takes_none():
    system = Small(lambda x: x - 1.0, lambda x: numpy.eye(2), [0, 0])
    out = system.solve([1.0, 1.0])
    assert out.converged and out.iterations == 0


def test_progress_reports_norms_by_field():
    lines = []
    system = Small(lambda x: x - [3.0, 0.0, 4.0], lambda x: numpy.eye(3), [0, 1, 1], ("a", "b"),
                   lambda i, norm, fields: lines.append((i, norm, fields)))
    system.solve(numpy.zeros(3))
    assert lines[0] == (0, 5.0, {"a": 3.0, "b": 4.0})
    assert lines[-1][0] == 1 and lines[-1][1] == pytest.approx(0.0, abs=1e-14)


# -- failures are told in words ------------------------------------------------------------------
def test_too_few_iterations():
    system = Small(circle_and_cubic, its_jacobian, [0, 0], nl_max_its=1, nl_rel_tol=1e-14)
    out = system.solve([1.5, 1.5])
    assert not out.converged and out.reason == "no convergence within the allowed Newton iterations"


def test_a_residual_that_is_nan_at_the_start():
    with numpy.errstate(invalid="ignore"):
        out = Small(numpy.log, lambda x: numpy.diag(1 / x), [0, 0]).solve([-1.0, 1.0])
    assert not out.converged and out.reason == "the residual is not a number"


@pytest.mark.filterwarnings("ignore:invalid value")
def test_the_line_search_backs_off_from_nan():
    """The full step from 8 leads to log of a negative number."""
    system = Small(lambda x: numpy.log(x), lambda x: numpy.diag(1.0 / x), [0], nl_abs_tol=1e-12)
    out = system.solve([8.0])
    assert any(x[0] < 0 for x in system.seen), "the test should meet the forbidden region"
    assert out.converged
    assert out.x[0] == pytest.approx(1.0, abs=1e-11)


@pytest.mark.filterwarnings("ignore:divide by zero")
def test_no_solution():
    """x^2 + 1 = 0 has none: any of the honest reasons, never convergence."""
    out = Small(lambda x: x**2 + 1.0, lambda x: [2 * x], [0]).solve([3.0])
    assert not out.converged
    assert out.reason in SNES.values() or out.reason.startswith("the linear solver failed")


def test_a_singular_matrix():
    out = Small(lambda x: x - 1.0, lambda x: [[1.0, 1.0], [1.0, 1.0]], [0, 0]).solve([0.0, 5.0])
    assert not out.converged
    assert "linear solver failed" in out.reason or "not a number" in out.reason or "PETSc" in out.reason


def test_reasons_in_words():
    assert in_words(3, 2) == "residual below the relative tolerance"
    assert in_words(-3, -5) == "the linear solver failed: breakdown of the Krylov method"
    assert in_words(-99, 0) == "PETSc reason -99"
    assert all(text and "PETSc" not in text for text in (*SNES.values(), *KSP.values()))


@pytest.mark.parametrize("where", ["f", "j"])
@pytest.mark.parametrize("late", [False, True])
def test_exceptions_reach_the_caller(where, late):
    calls = {"f": 0, "j": 0}

    def guarded(name, g):
        def call(x):
            calls[name] += 1
            if name == where and calls[name] > (2 if late else 0):
                raise ZeroDivisionError("one over nothing")
            return g(x)
        return call

    system = Small(guarded("f", circle_and_cubic), guarded("j", its_jacobian), [0, 0], nl_rel_tol=1e-14)
    with pytest.raises(ZeroDivisionError, match="one over nothing"):
        system.solve([1.5, 1.5])


def test_a_solver_works_on_after_an_exception():
    fail = [True]

    def f(x):
        if fail[0]:
            raise KeyError("not yet")
        return x - 2.0

    system = Small(f, lambda x: numpy.eye(1), [0])
    with pytest.raises(KeyError):
        system.solve([0.0])
    fail[0] = False
    assert system.solve([0.0]).x[0] == 2.0


# -- different ways to the same answer -------------------------------------------------------------
def chain(n=20):
    """Three coupled nonlinear fields on n points; sizes 1, 1e6 and 1e-4."""
    size = numpy.array([1.0, 1e6, 1e-4])
    field = numpy.tile([0, 1, 2], n)
    L = sparse.diags([-1.0, 2.5, -1.0], [-1, 0, 1], shape=(n, n)).toarray()

    def parts(x):
        return (x.reshape(n, 3) / size).T

    def f(x):
        a, b, c = parts(x)
        out = numpy.stack([L @ a + a**3 - 1.0 - 0.1 * b, L @ b - a**2 + 0.2 * c, L @ c + numpy.sinh(c) - b], axis=1)
        return (out * [1.0, 1e-3, 1e5]).ravel()

    def j(x):
        a, b, c = parts(x)
        out = numpy.zeros((n, 3, n, 3))
        rows = {(0, 0): L + numpy.diag(3 * a**2), (0, 1): -0.1 * numpy.eye(n), (1, 0): -numpy.diag(2 * a), (1, 1): L,
                (1, 2): 0.2 * numpy.eye(n), (2, 1): -numpy.eye(n), (2, 2): L + numpy.diag(numpy.cosh(c))}
        for (p, q), block in rows.items():
            out[:, p, :, q] = block * [1.0, 1e-3, 1e5][p] / size[q]
        return out.reshape(3 * n, 3 * n)

    return f, j, field, numpy.tile(size, n)


def solve_chain(**options):
    f, j, field, size = chain()
    system = Small(f, j, field, ("a", "b", "c"), nl_rel_tol=1e-13, **options)
    first = system.solve(0.3 * size)
    again = system.solve(0.3 * size)  # a second solve with the same objects
    assert first.converged and again.converged, first.reason
    numpy.testing.assert_allclose(again.x / size, first.x / size, atol=1e-10)
    return first.x / size, f, system


def test_the_chain_is_solved():
    x, f, _ = solve_chain()
    _, _, _, size = chain()
    start = numpy.abs(f(0.3 * size)).max()
    assert numpy.abs(f(x * size)).max() < 1e-12 * start


@pytest.mark.parametrize("options", [
    {"preset": "blocks"}, {"preset": "blocks", "groups": (("a",), ("b", "c"))},
    {"preset": "blocks", "groups": (("c",), ("b",), ("a",)), "l_tol": 1e-10},
    {"automatic_scaling": True}, {"automatic_scaling": True, "preset": "blocks"},
    {"nl_update_tol": 1e-10, "automatic_scaling": True}, {"line_search": "basic"}, {"line_search": "l2"},
    {"petsc": {"pc_factor_mat_solver_type": "petsc"}},
], ids=str)
def test_every_way_gives_the_same_answer(options):
    numpy.testing.assert_allclose(solve_chain(**options)[0], solve_chain()[0], atol=2e-9)


def test_automatic_scaling_levels_the_equations():
    """After a first solve the columns know the sizes of the fields, and the rows have diagonals of about one."""
    f, j, field, size = chain()
    *_, system = solve_chain(automatic_scaling=True)
    newton = system.newton
    ratio = newton.column / numpy.array([1.0, 1e6, 1e-4])
    assert (0.1 < ratio).all() and (ratio < 10).all()
    assert (numpy.log2(newton.column) % 1 == 0).all()
    diagonal = numpy.diag(j(0.3 * size)) * newton.row[field] * newton.column[field]
    for k in range(3):
        assert 0.2 < numpy.median(diagonal[field == k]) < 5.0


def test_update_tolerance_is_relative_to_each_field():
    f, j, field, size = chain()
    system = Small(f, j, field, ("a", "b", "c"), nl_update_tol=1e-6)
    out = system.solve(0.3 * size)
    assert out.converged and out.reason == "Newton update below its tolerance"
    assert max(out.updates[-1]) <= 1e-6 < max(out.updates[-2])
    exact, *_ = solve_chain()
    numpy.testing.assert_allclose(out.x / size, exact, atol=1e-9)


# -- PETSc's global option table ---------------------------------------------------------------------
def test_options_of_one_solver_do_not_reach_another():
    limited = Small(circle_and_cubic, its_jacobian, [0, 0], nl_rel_tol=1e-14, petsc={"snes_max_it": "1"})
    free = Small(circle_and_cubic, its_jacobian, [0, 0], nl_rel_tol=1e-14)
    assert not limited.solve([1.5, 1.5]).converged
    assert free.solve([1.5, 1.5]).converged
    assert not limited.solve([1.5, 1.5]).converged


def test_options_leave_the_table_with_the_solver():
    from petsc4py import PETSc

    before = dict(PETSc.Options().getAll())
    system = Small(circle_and_cubic, its_jacobian, [0, 0], petsc={"ksp_view_nothing": ""})
    system.solve([1.5, 1.5])
    system.newton.destroy()
    assert dict(PETSc.Options().getAll()) == before


def test_a_changing_sparsity_makes_a_new_matrix():
    """The off-diagonal entries appear in the structure at the second solve."""
    A = numpy.array([[2.0, 1.0], [1.0, 3.0]])
    system = Small(lambda x: A @ x - 1.0, lambda x: A, [0, 0])
    full = system.indptr, system.indices
    system.f, system.j = (lambda x: numpy.diag(A) * x - 1.0), (lambda x: numpy.diag(A))
    diagonal = sparse.csr_matrix(numpy.eye(2))
    system.indptr, system.indices = diagonal.indptr, diagonal.indices
    numpy.testing.assert_allclose(system.solve([0.0, 0.0]).x, [1 / 2, 1 / 3], rtol=1e-13)
    system.indptr, system.indices = full
    system.f, system.j = (lambda x: A @ x - 1.0), (lambda x: A)
    numpy.testing.assert_allclose(system.solve([0.0, 0.0]).x, numpy.linalg.solve(A, [1.0, 1.0]), rtol=1e-13)


def test_a_sparsity_that_changes_within_a_solve():
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

    system = Small(f, j, [0, 0], nl_rel_tol=1e-12)
    system.newton.structure = lambda: ((indptr_full.indptr, indptr_full.indices) if state["full"]
                                       else (diagonal.indptr, diagonal.indices))
    out = system.solve([0.0, 0.0])
    assert out.converged, out.reason
    numpy.testing.assert_allclose(out.x, [2.0, 1.0], rtol=1e-12)
