"""``-snes_test_jacobian``: the Jacobian against differences of the residual, reported as PETSc reports it."""
from __future__ import annotations

from collections.abc import Callable

import numpy
from scipy import sparse

_STEP = 6e-6
"""Relative step of central differences that balances truncation and rounding: cube root of the precision."""


def differences(evaluate: Callable[[numpy.ndarray], numpy.ndarray], x: numpy.ndarray) -> numpy.ndarray:
    """Dense Jacobian (n, n) of ``evaluate`` at `x` by central differences, one column at a time."""
    columns = []
    for i in range(len(x)):
        step = _STEP * max(1.0, abs(x[i]))
        high, low = x.copy(), x.copy()
        high[i] += step
        low[i] -= step
        columns.append((evaluate(high) - evaluate(low)) / (high[i] - low[i]))
    return numpy.stack(columns, axis=1)


def report(
    evaluate: Callable[[numpy.ndarray], numpy.ndarray], matrix: sparse.csr_matrix, x: numpy.ndarray
) -> str:
    """The lines that PETSc prints, with the Frobenius norms of J and of its difference from Jfd.

    PETSc takes one-sided differences with a step of 1.5e-8; these are central, so that a correct Jacobian
    shows smaller numbers.
    """
    difference = float(numpy.linalg.norm(matrix.toarray() - differences(evaluate, x)))
    size = float(sparse.linalg.norm(matrix)) or 1.0
    return ("  ---------- Testing Jacobian -------------\n"
            f"  ||J - Jfd||_F/||J||_F = {difference / size:g}, ||J - Jfd||_F = {difference:g}")
