"""Field blocks that do not work are replaced by a factorisation of the whole system."""
from __future__ import annotations

import numpy
import pytest
from alces.solve import newton as module
from alces.solve import trust
from alces.solve.trust import WHOLE


def swapped(x):
    """x1 = 2, x0 = x1^3: no block of one field can be inverted."""
    return [x[1] - 2.0, x[0] - x[1] ** 3]


def its_jacobian(x):
    return [[0.0, 1.0], [1.0, -3.0 * x[1] ** 2]]


@pytest.fixture
def told(small):
    """``told(f, jacobian, **options)``: a small system by blocks, and what its solver says."""

    def make(f, jacobian, **options):
        system = small(f, jacobian, [0, 1], ("a", "b"), preset="blocks", **options)
        said: list[str] = []
        system.newton._say = said.append
        return system, said

    return make


def test_blocks_without_inverse(told):
    system, said = told(swapped, its_jacobian)
    out = system.solve([1.0, 1.0])
    assert out.converged
    numpy.testing.assert_allclose(out.x, [8.0, 2.0], rtol=1e-9)
    assert sum("do not work here" in line for line in said) == 1
    assert system.newton.trust.whole == WHOLE


def test_blocks_are_tried_again_ever_more_seldom(told):
    system, said = told(swapped, its_jacobian)
    failures = []
    for solve in range(3 * WHOLE + 3):
        assert system.solve([1.0, 1.0]).converged
        if len(said) > len(failures) + 1:  # the first line tells the blocks
            failures.append(solve)
    assert failures == [0, WHOLE, 3 * WHOLE]


def strong(x):
    return [x[0] + 3.0 * x[1] - 4.0, 2.0 * x[1] + 3.0 * x[0] - 5.0]


def test_blocks_that_take_too_long(told, monkeypatch):
    monkeypatch.setattr(module, "OUTER", 1)
    system, said = told(strong, lambda x: [[1.0, 3.0], [3.0, 2.0]])
    out = system.solve([0.0, 0.0])
    assert out.converged and "allowed linear iterations" in said[-1]
    numpy.testing.assert_allclose(out.x, [1.0, 1.0], rtol=1e-9)


def test_blocks_that_are_slow_again_and_again(told, monkeypatch):
    monkeypatch.setattr(trust, "SLOW", 1)
    system, said = told(strong, lambda x: [[1.0, 3.0], [3.0, 2.0]])
    for _ in range(trust.OFTEN):
        assert system.newton.trust.whole == 0
        assert system.solve([0.0, 0.0]).converged
    assert system.newton.trust.whole == WHOLE and "2 iterations each" in said[-1]


def test_what_the_user_has_chosen_is_not_replaced(told):
    system, said = told(swapped, its_jacobian, petsc={"pc_type": "jacobi"})
    system.solve([1.0, 1.0])
    assert system.newton.trust.whole == 0 and not any("do not work" in line for line in said)


def test_a_failure_of_newton_is_none_of_the_blocks(told):
    system, _ = told(lambda x: [x[0] ** 2 + 1.0, x[1]], lambda x: [[2 * x[0] or 1.0, 0.0], [0.0, 1.0]],
                     nl_max_its=3)
    assert not system.solve([0.3, 1.0]).converged
    assert system.newton.trust.whole == 0


# -- factors that are kept -----------------------------------------------------------------------
@pytest.fixture
def waves(small):
    """``waves(keep_factors)``: two fields on 30 points, mildly nonlinear, and their solver."""
    n, field = 30, numpy.tile([0, 1], 30)
    K = 3.0 * numpy.eye(n) - numpy.eye(n, k=1) - numpy.eye(n, k=-1)

    def f(x):
        a, b = x.reshape(n, 2).T
        return numpy.stack([K @ a + b, K @ b - a + 0.1 * b**3], axis=1).ravel() - f.load

    def jacobian(x):
        out = numpy.zeros((n, 2, n, 2))
        out[:, 0, :, 0], out[:, 0, :, 1] = K, numpy.eye(n)
        out[:, 1, :, 0], out[:, 1, :, 1] = -numpy.eye(n), K + numpy.diag(0.3 * x[1::2] ** 2)
        return out.reshape(2 * n, 2 * n)

    def make(keep_factors):
        f.load = numpy.tile([1.0, 2.0], n)
        return small(f, jacobian, field, ("a", "b"), keep_factors=keep_factors, nl_rel_tol=1e-10), f

    return make


def solves(system, f, loads):
    x, out = numpy.zeros(60), []
    for load in loads:
        f.load = load * numpy.tile([1.0, 2.0], 30)
        out.append(system.solve(x))
        assert out[-1].converged
        x = out[-1].x
    return out


def test_kept_factors_give_the_same_answer_in_as_many_newton_iterations(waves):
    loads = [1.0, 1.2, 1.4, 1.6]
    fresh, kept = solves(*waves(0), loads), solves(*waves(10), loads)
    for a, b in zip(fresh, kept, strict=True):
        numpy.testing.assert_allclose(b.x, a.x, rtol=1e-9)
        assert b.iterations == a.iterations == a.linear_iterations
    assert sum(b.linear_iterations for b in kept) > sum(a.iterations for a in fresh)


def test_factors_that_are_too_old_are_renewed(waves):
    system, f = waves(2)
    new = []
    tell = module.renew
    try:
        module.renew = lambda snes, again: (new.append(again), tell(snes, again))
        solves(system, f, [1.0, 1.1, 40.0, 41.0])
    finally:
        module.renew = tell
    assert new[0] and True in new[2:] and False in new


def test_a_failure_with_old_factors_is_none(waves, monkeypatch):
    """So few iterations are allowed that old factors cannot do: new ones are made within the solve."""
    monkeypatch.setattr(module, "OUTER", 1)
    system, f = waves(10)
    solves(system, f, [1.0, 30.0])
