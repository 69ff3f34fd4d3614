"""``-snes_test_jacobian``: the Jacobian against differences of the residual, reported as PETSc reports it."""
from __future__ import annotations

from collections.abc import Callable

import numpy
from scipy import sparse

from alces.dofs import Ghosts

_STEP = 6e-6
"""Relative step of central differences that balances truncation and rounding: cube root of the precision."""


def differences(
    evaluate: Callable[[numpy.ndarray], numpy.ndarray], x: numpy.ndarray, ghosts: Ghosts
) -> numpy.ndarray:
    """Dense Jacobian (n, n) of ``evaluate`` at `x` by central differences, one column of the whole problem
    at a time; columns of unknowns that this process does not know are zero."""
    out = numpy.zeros((len(x), len(x)))
    here = numpy.full(ghosts.n, -1)
    here[ghosts.numbers] = numpy.arange(len(x))
    for i in here:
        high, low = x.copy(), x.copy()
        if i >= 0:
            step = _STEP * max(1.0, abs(x[i]))
            high[i] += step
            low[i] -= step
        change = evaluate(high) - evaluate(low)
        if i >= 0:
            out[:, i] = change / (high[i] - low[i])
    return out


def report(
    evaluate: Callable[[numpy.ndarray], numpy.ndarray], matrix: sparse.csr_matrix, x: numpy.ndarray,
    ghosts: Ghosts,
) -> str:
    """The lines that PETSc prints, with the Frobenius norms of J and of its difference from Jfd.

    PETSc takes one-sided differences with a step of 1.5e-8; these are central, so that a correct Jacobian
    shows smaller numbers.
    """
    exact = matrix.toarray()[ghosts.rows]
    off = exact - differences(evaluate, x, ghosts)[ghosts.rows]
    squares = ghosts.ranks.sum(numpy.array([(exact**2).sum(), (off**2).sum()]))
    size, difference = (float(a) for a in numpy.sqrt(squares))
    return ("  ---------- Testing Jacobian -------------\n"
            f"  ||J - Jfd||_F/||J||_F = {difference / (size or 1.0):g}, ||J - Jfd||_F = {difference:g}")
