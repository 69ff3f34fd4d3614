"""A problem's residual, Jacobian and factorisation as things to measure."""
from __future__ import annotations

from typing import Any

import numpy as np
from alces import backend
from alces.run import Problem
from alces.solve.direct import direct_options
from alces.solve.spread import Spread
from measure import Seconds, timed
from petsc4py import PETSc


class Assembled:
    """Residual and Jacobian of a problem near its present state.

    Args:
        problem: in a step, see `Problem.begin_step`.

    Attributes:
        unknowns: how many.
    """

    def __init__(self, problem: Problem):
        self.problem = problem
        self.unknowns = problem.model.unknowns.n
        self._start, self._times = problem.state.u, 0
        self._matrix: Any = None
        self.values()  # the pattern is found with the first one

    def norms(self) -> tuple[float, float]:
        """Of residual and Jacobian."""
        self.problem.state.u = self._start
        return float(np.linalg.norm(self.residual())), float(np.linalg.norm(self.values()))

    def measure(self, what: str) -> Seconds:
        """Seconds of one `residual`, `values` or `jacobian`.

        The state is another one each time, by a rounding error: nothing computed before can serve again.
        """
        self._times += 1
        self.problem.state.u = self._start * (1 + 1e-15 * self._times)
        return timed(getattr(self, what))

    def residual(self) -> np.ndarray:
        """As Newton gets it."""
        return self.problem.residual()

    def values(self) -> np.ndarray:
        """The Jacobian's CSR values, prescribed values considered."""
        system = self.problem.system
        values = system.jacobian(self.problem.state)
        system.constrain(values)
        return backend.to_host(values)

    def jacobian(self) -> None:
        """The Jacobian as a matrix of PETSc, ready to be factorised."""
        matrix = self.matrix
        self._spread.fill(matrix, self.values())

    @property
    def matrix(self) -> Any:
        """PETSc's matrix; `jacobian` fills it."""
        if self._matrix is None:
            pattern = self.problem.system.pattern
            self._spread = Spread(self.problem.model.unknowns.ghosts)
            self._matrix = self._spread.matrix((pattern.indptr, pattern.indices), np.zeros(pattern.nnz))
        return self._matrix


class Factorised:
    """Direct solution with the Jacobian of a problem, as Alces would do it with the whole matrix.

    Attributes:
        name: of the library.
    """

    def __init__(self, assembled: Assembled):
        assembled.jacobian()
        self._matrix = assembled.matrix
        options = {"ksp_type": "preonly", "pc_type": "lu", **direct_options()}
        self.name = options["pc_factor_mat_solver_type"].upper()
        self._ksp = PETSc.KSP().create(PETSc.COMM_SELF)
        self._ksp.setOptionsPrefix("benchmark_")
        for key, value in options.items():
            PETSc.Options().setValue(f"benchmark_{key}", value)
        self._ksp.setOperators(self._matrix)
        self._ksp.setFromOptions()
        self._right, self._x = self._matrix.createVecs()
        self._right.set(1.0)

    def measure(self, what: str) -> Seconds:
        """Seconds of one `factor` or `solve`."""
        return timed(getattr(self, what))

    def factor(self) -> None:
        """The analysis of the pattern is done once and kept."""
        self._matrix.stateIncrease()
        self._ksp.setOperators(self._matrix)
        self._ksp.setUp()

    def solve(self) -> None:
        """One right-hand side."""
        self._ksp.solve(self._right, self._x)
