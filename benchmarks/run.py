"""`make bench`: seconds for residual, Jacobian and direct factorisation of `coupled5`, as a table.

Only ratios within one run mean anything on another machine or another day.
"""
from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import alces
from petsc4py import PETSc

DECK = str(Path(__file__).parent / "coupled5.i")
REPEATS = 5


def median_seconds(work: Callable[[], object]) -> float:
    """Median wall time of some repeats after one that does not count."""
    work()
    times = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def factor_seconds(matrix) -> float:
    """Seconds of a MUMPS factorisation with the analysis kept."""
    csr = (matrix.indptr, matrix.indices, matrix.data)
    a = PETSc.Mat().createAIJ(matrix.shape, csr=csr, comm=PETSc.COMM_SELF)
    solver = PETSc.PC().create(comm=PETSc.COMM_SELF)
    solver.setOperators(a)
    solver.setType("lu")
    solver.setFactorSolverType("mumps")

    def factor() -> None:
        a.stateIncrease()
        solver.setUp()

    return median_seconds(factor)


def row(n: int) -> str:
    """One line of the table."""
    problem = alces.load(DECK, f"N={n}")
    residual = median_seconds(problem.residual)
    jacobian = median_seconds(problem.jacobian)
    factor = factor_seconds(problem.jacobian())
    unknowns = problem.model.unknowns.n
    share = (residual + jacobian) / factor
    return (f"| {n} | {unknowns} | {residual:.4f} | {jacobian:.4f} | {factor:.3f} | {share:.1%} | "
            f"{1e6 * jacobian / unknowns:.2f} |")


def main(sizes: list[int]) -> None:
    """Print the table."""
    print("| N | unknowns | residual s | Jacobian s | MUMPS factor s | assembly / factor | Jac. us/unknown |")
    print("|---|---|---|---|---|---|---|")
    for n in sizes:
        print(row(n), flush=True)


if __name__ == "__main__":
    main([int(a) for a in sys.argv[1:]] or [64, 128])
