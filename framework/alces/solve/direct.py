"""Options of the best direct factorisation that this PETSc was built with."""

from __future__ import annotations

from functools import cache

from alces.solve.petsc_options import OptionError

MUMPS = {"pc_factor_mat_solver_type": "mumps", "mat_mumps_icntl_7": "0"}  # minimum degree: measured
PLAIN = {
    "pc_factor_mat_solver_type": "petsc",
    "pc_factor_mat_ordering_type": "nd",
    "pc_factor_shift_type": "nonzero",
}
"""PETSc's own factorisation: slower, and it does not pivot, hence the shift."""


SUPERLU_DIST = {"pc_factor_mat_solver_type": "superlu_dist"}


@cache
def direct_options(many: bool = False) -> dict[str, str]:
    """Options (without prefix) for ``pc_type`` lu or cholesky.

    Args:
        many: whether several processes share the matrix.

    Raises:
        OptionError: they do, and this PETSc has no factorisation for that.
    """
    from petsc4py import PETSc

    if PETSc.Sys.hasExternalPackage("mumps"):
        return MUMPS
    if not many:
        return PLAIN
    if PETSc.Sys.hasExternalPackage("superlu_dist"):
        return SUPERLU_DIST
    raise OptionError("this PETSc has no direct solver for several processes: it needs MUMPS or SuperLU_DIST")
