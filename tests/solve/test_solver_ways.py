"""Presets, scaling, line searches and tolerances: different ways to the same answer."""

from __future__ import annotations

import numpy
import pytest
from scipy import sparse


def chain(n=20):
    """Three coupled nonlinear fields on n points; sizes 1, 1e6 and 1e-4."""
    size = numpy.array([1.0, 1e6, 1e-4])
    field = numpy.tile([0, 1, 2], n)
    L = sparse.diags([-1.0, 2.5, -1.0], [-1, 0, 1], shape=(n, n)).toarray()

    def parts(x):
        return (x.reshape(n, 3) / size).T

    def f(x):
        a, b, c = parts(x)
        out = numpy.stack(
            [L @ a + a**3 - 1.0 - 0.1 * b, L @ b - a**2 + 0.2 * c, L @ c + numpy.sinh(c) - b], axis=1
        )
        return (out * [1.0, 1e-3, 1e5]).ravel()

    def j(x):
        a, _, c = parts(x)
        out = numpy.zeros((n, 3, n, 3))
        rows = {
            (0, 0): L + numpy.diag(3 * a**2),
            (0, 1): -0.1 * numpy.eye(n),
            (1, 0): -numpy.diag(2 * a),
            (1, 1): L,
            (1, 2): 0.2 * numpy.eye(n),
            (2, 1): -numpy.eye(n),
            (2, 2): L + numpy.diag(numpy.cosh(c)),
        }
        for (p, q), block in rows.items():
            out[:, p, :, q] = block * [1.0, 1e-3, 1e5][p] / size[q]
        return out.reshape(3 * n, 3 * n)

    return f, j, field, numpy.tile(size, n)


@pytest.fixture
def solve_chain(small):
    """``solve_chain(**options)``: scaled unknowns, residual function and solver."""

    def solved(**options):
        f, j, field, size = chain()
        system = small(f, j, field, ("a", "b", "c"), nl_rel_tol=1e-13, **options)
        first = system.solve(0.3 * size)
        again = system.solve(0.3 * size)  # a second solve with the same objects
        assert first.converged and again.converged, first.reason
        numpy.testing.assert_allclose(again.x / size, first.x / size, atol=1e-10)
        return first.x / size, f, system

    return solved


def test_the_chain_is_solved(solve_chain):
    x, f, _ = solve_chain()
    _, _, _, size = chain()
    start = numpy.abs(f(0.3 * size)).max()
    assert numpy.abs(f(x * size)).max() < 1e-12 * start


@pytest.mark.parametrize(
    "options",
    [
        {"preset": "blocks"},
        {"preset": "blocks", "groups": (("a",), ("b", "c"))},
        {"preset": "blocks", "groups": (("c",), ("b",), ("a",)), "l_tol": 1e-10},
        {"automatic_scaling": True},
        {"automatic_scaling": True, "preset": "blocks"},
        {"nl_update_tol": 1e-10, "automatic_scaling": True},
        {"line_search": "basic"},
        {"line_search": "l2"},
        {"petsc": {"pc_factor_mat_solver_type": "petsc"}},
    ],
    ids=str,
)
def test_every_way_gives_the_same_answer(solve_chain, options):
    numpy.testing.assert_allclose(solve_chain(**options)[0], solve_chain()[0], atol=2e-9)


def test_automatic_scaling_levels_the_equations(solve_chain):
    """After a first solve columns know the sizes of the fields, and rows have diagonals of about one."""
    _, j, field, size = chain()
    *_, system = solve_chain(automatic_scaling=True)
    newton = system.newton
    ratio = newton.column / numpy.array([1.0, 1e6, 1e-4])
    assert (ratio > 0.1).all() and (ratio < 10).all()
    assert (numpy.log2(newton.column) % 1 == 0).all()
    diagonal = numpy.diag(j(0.3 * size)) * newton.row[field] * newton.column[field]
    for k in range(3):
        assert 0.2 < numpy.median(diagonal[field == k]) < 5.0


def test_update_tolerance_is_relative_to_each_field(solve_chain, small):
    f, j, field, size = chain()
    system = small(f, j, field, ("a", "b", "c"), nl_update_tol=1e-6)
    out = system.solve(0.3 * size)
    assert out.converged and out.reason == "Newton update below its tolerance"
    assert max(out.updates[-1]) <= 1e-6 < max(out.updates[-2])
    exact, *_ = solve_chain()
    numpy.testing.assert_allclose(out.x / size, exact, atol=1e-9)
