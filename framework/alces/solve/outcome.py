"""The result of a nonlinear solve."""
from __future__ import annotations

from dataclasses import dataclass, field

import numpy


@dataclass
class Outcome:
    """What a nonlinear solve gave.

    Attributes:
        x: the unknowns (n,).
        converged: whether they solve the system.
        reason: why it stopped, in words.
        iterations, linear_iterations: Newton and Krylov iterations.
        norms: residual 2-norm at each Newton iterate, as seen by the solver (scaled by field).
        updates: per iteration, relative update of each field group.
    """

    x: numpy.ndarray
    converged: bool
    reason: str
    iterations: int
    linear_iterations: int
    norms: list[float] = field(default_factory=list)
    updates: list[list[float]] = field(default_factory=list)
