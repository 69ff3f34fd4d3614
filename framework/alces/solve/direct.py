"""Options of the best direct factorisation that this PETSc was built with."""

from __future__ import annotations

from functools import cache

MUMPS = {"pc_factor_mat_solver_type": "mumps", "mat_mumps_icntl_7": "0"}  # minimum degree: measured
PLAIN = {
    "pc_factor_mat_solver_type": "petsc",
    "pc_factor_mat_ordering_type": "nd",
    "pc_factor_shift_type": "nonzero",
}
"""PETSc's own factorisation: slower, and it does not pivot, hence the shift."""


@cache
def direct_options() -> dict[str, str]:
    """Options (without prefix) for ``pc_type`` lu or cholesky."""
    from petsc4py import PETSc

    return MUMPS if PETSc.Sys.hasExternalPackage("mumps") else PLAIN
