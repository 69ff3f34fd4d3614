"""How the nonlinear system is to be solved."""
from __future__ import annotations

from dataclasses import dataclass, field

import numpy
from scipy import sparse

MASS_DOMINATED = 0.5
"""Median ratio of row sum to diagonal above which a block counts as mass-dominated (pure bilinear mass: 2.25 in 2-D)."""


@dataclass(frozen=True)
class SolverOptions:
    """Settings of `Newton`.

    Attributes:
        nl_rel_tol, nl_abs_tol: residual norm against the first one, and absolute.
        nl_update_tol: if given, convergence is judged by the Newton update instead: in every field group its
            2-norm must be below this fraction of the field's.
        nl_abs_step_tol: root-mean-square update below which a field group counts as converged in any case.
        nl_max_its: Newton iterations allowed.
        l_tol, l_max_its: relative tolerance and iterations of the Krylov solver.
        line_search: PETSc's name: basic, bt, l2, cp, or default.
        preset: ``"lu"`` or ``"blocks"`` (multiplicative splitting by field groups).
        groups: variable names by group, in the order of the splitting; all variables exactly once.
        automatic_scaling: one constant per field for equations and unknowns.
        petsc: further PETSc options without the leading dash.
    """

    nl_rel_tol: float = 1e-8
    nl_abs_tol: float = 1e-50
    nl_update_tol: float | None = None
    nl_abs_step_tol: float = 1e-15
    nl_max_its: int = 50
    l_tol: float = 1e-5
    l_max_its: int = 10000
    line_search: str = "default"
    preset: str = "lu"
    groups: tuple[tuple[str, ...], ...] = ()
    automatic_scaling: bool = False
    petsc: dict[str, str] = field(default_factory=dict)

    def describe(self) -> str:
        """One line for people."""
        how = "direct (MUMPS) on the whole system"
        if self.preset == "blocks":
            how = (
                "GMRES over field blocks "
                + " -> ".join("+".join(g) for g in self.groups)
                + ", large ones direct (MUMPS)"
            )
        return f"Newton, {how}"


def block_kind(block: sparse.csr_matrix) -> str:
    """The cheapest sound way to apply the inverse of a diagonal block.

    ``"ilu"`` where mass dominates (row sums, which a pure stiffness does not have, are large against the diagonal: an
    incomplete factorisation is as good as a complete one), else ``"cholesky"`` if it is symmetric, else ``"lu"``.
    """
    diagonal = abs(block.diagonal())
    row_sums = abs(numpy.asarray(block.sum(axis=1)).ravel())
    if numpy.median(row_sums / numpy.where(diagonal > 0, diagonal, 1.0)) > MASS_DOMINATED:
        return "ilu"
    return "cholesky" if abs(block - block.T).max() <= 1e-12 * abs(block).max() else "lu"


def preset_options(options: SolverOptions, kinds: tuple[str, ...]) -> dict[str, str]:
    """PETSc options of a preset.

    Args:
        kinds: per group, how its diagonal block is solved, see `block_kind`.
    """
    if options.preset == "lu":
        return {"ksp_type": "preonly", "pc_type": "lu", "pc_factor_mat_solver_type": "mumps", "mat_mumps_icntl_7": "0"}
    out = {
        "ksp_type": "gmres", "ksp_pc_side": "left", "ksp_norm_type": "preconditioned", "ksp_gmres_restart": "60",
        "pc_type": "fieldsplit", "pc_fieldsplit_type": "multiplicative",
    }
    for number, kind in enumerate(kinds):
        prefix = f"fieldsplit_{number}_"
        out[prefix + "ksp_type"] = "preonly"
        out[prefix + "pc_type"] = kind
        if kind != "ilu":
            out[prefix + "pc_factor_mat_solver_type"] = "mumps"
            out[prefix + "mat_mumps_icntl_7"] = "0"
    return out
