"""Small systems for Newton's method."""

from __future__ import annotations

import numpy
import pytest
from alces.dofs import Ghosts
from alces.ranks import Ranks
from alces.solve.newton import Newton
from alces.solve.options import SolverOptions
from scipy import sparse


class Small:
    """A dense system f(x) = 0 with its Jacobian, as `Newton` wants it."""

    def __init__(self, f, jacobian, field, names=("u",), progress=None, **options):
        self.f, self.j = f, jacobian
        n = len(field)
        self.n, self.seen = n, []
        full = sparse.csr_matrix(numpy.ones((n, n)))
        self.indptr, self.indices = full.indptr, full.indices
        self.newton = Newton(
            names,
            numpy.array(field),
            numpy.zeros((n, 3)),
            Ghosts(Ranks(), n),
            SolverOptions(**options),
            self.evaluate,
            self.linearize,
            lambda: (self.indptr, self.indices),
            progress,
        )

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


@pytest.fixture
def small():
    """``small(f, jacobian, field, names, **options)``: a `Small`."""
    return Small


@pytest.fixture
def circle():
    """f and Jacobian of x^2 + y^2 = 4, y = x^3 - 1."""
    return circle_and_cubic, its_jacobian


@pytest.fixture
def nonlinear(circle):
    """``nonlinear(**options)``: the system of `circle`."""
    return lambda **options: Small(*circle, [0, 0], **options)
