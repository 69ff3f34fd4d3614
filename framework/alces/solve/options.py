"""How the nonlinear system is to be solved."""
from __future__ import annotations

import math
from dataclasses import dataclass, field

MULTIGRID_FROM = {1: 10**9, 2: 1_000_000, 3: 3_000}
"""Unknowns of a block, by dimension, from which on multigrid is better (measured). In 2-D, Cholesky
with OpenBLAS is faster at all sizes that were tried; memory decides."""

MULTIGRID = {
    "ksp_type": "cg", "ksp_norm_type": "preconditioned", "ksp_rtol": "1e-2", "ksp_max_it": "20",
    "pc_type": "hypre", "pc_hypre_type": "boomeramg", "pc_hypre_boomeramg_coarsen_type": "HMIS",
    "pc_hypre_boomeramg_interp_type": "ext+i",
}
"""Conjugate gradients with classical multigrid, for a scalar block with jumping coefficients."""

ELASTIC_MULTIGRID = {
    "ksp_type": "cg", "ksp_rtol": "3e-2", "ksp_max_it": "60", "pc_type": "gamg",
    "pc_gamg_reuse_interpolation": "false",  # that of the elastic matrix fails where plastic flow has begun
}
"""Conjugate gradients with smoothed aggregation, for displacements: it is told the rigid-body modes."""


@dataclass(frozen=True)
class SolverOptions:
    """Settings of `Newton`.

    Attributes:
        nl_rel_tol, nl_abs_tol: residual norm against the first one, and absolute.
        nl_update_tol: if given, convergence is judged by the Newton update instead: in every field group its
            2-norm must be below this fraction of the field's.
        nl_abs_step_tol: root-mean-square update below which a field group counts as converged in any case.
        nl_max_its, nl_forced_its: Newton iterations allowed, and done in any case.
        nl_div_tol: growth of the residual norm since the first one at which the solve is given up.
        l_tol, l_max_its: relative tolerance and iterations of the Krylov solver.
        line_search: PETSc's name: basic, bt, l2, cp, or default.
        preset: ``"lu"``, ``"blocks"`` (multiplicative splitting by field groups), or ``"auto"``: what fits
            the first Jacobian, with groups from there.
        keep_factors: iterations of GMRES up to which the factors of a whole system are kept; 0: none.
        why: why it is ``"auto"``, for people.
        groups: variable names by group, in the order of the splitting; all variables exactly once.
        multigrid_from: unknowns of a block from which on multigrid takes the place of a factorisation.
        automatic_scaling: one constant per field for equations and unknowns.
        petsc: further PETSc options without the leading dash.
        scaling: factor of each variable's equation, unless scaling is automatic; empty for ones.
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
    multigrid_from: int = MULTIGRID_FROM[2]
    automatic_scaling: bool = False
    petsc: dict[str, str] = field(default_factory=dict)
    scaling: tuple[float, ...] = ()
    nl_forced_its: int = 0
    nl_div_tol: float = math.inf
    why: str = ""
    keep_factors: int = 0

    def describe(self) -> str:
        """One line for people."""
        how = "direct on the whole system"
        if self.keep_factors:
            how = f"GMRES with factors of the whole system that are kept up to {self.keep_factors} iterations"
        if self.preset == "blocks":
            how = (
                "GMRES over field blocks "
                + " -> ".join("+".join(g) for g in self.groups)
                + ", where mass dominates incomplete factorisations, else direct or, where large, multigrid"
            )
        if self.preset == "auto":
            how = f"linear solver chosen at the first solve {self.why}".strip()
        given = " ".join(f"-{name} {value}".strip() for name, value in self.petsc.items())
        return f"Newton, {how}" + (f", but with {given}" if given else "")


def preset_options(
    options: SolverOptions, kinds: tuple[str, ...], direct: dict[str, str], many: bool
) -> dict[str, str]:
    """PETSc options of a preset.

    Args:
        kinds: per group, how its diagonal block is solved, see `alces.solve.blocks.Kind`.
        direct: options of a direct factorisation, see `alces.solve.direct`.
        many: whether several processes share the problem.
    """
    if options.preset == "lu" and options.petsc.get("pc_type", "lu") not in ("lu", "cholesky"):
        return {"ksp_type": "gmres"}  # an approximate inverse needs iterations around it
    if options.preset == "lu" and options.keep_factors:
        return {"ksp_type": "fgmres", "ksp_gmres_restart": "60", "pc_type": "lu", **direct}
    if options.preset == "lu":
        return {"ksp_type": "preonly", "pc_type": "lu", **direct}
    inner = {"multigrid", "elastic multigrid"} & set(kinds)
    out = {
        "ksp_type": "fgmres" if inner else "gmres", "ksp_gmres_restart": "60",
        "ksp_pc_side": "right" if inner else "left",
        "ksp_norm_type": "unpreconditioned" if inner else "preconditioned",
        "pc_type": "fieldsplit", "pc_fieldsplit_type": "multiplicative",
    }
    for number, kind in enumerate(kinds):
        chosen = block_options(kind, direct, many)
        out.update({f"fieldsplit_{number}_{name}": text for name, text in chosen.items()})
    return out


def block_options(kind: str, direct: dict[str, str], many: bool) -> dict[str, str]:
    """PETSc options for the inverse of a diagonal block."""
    if kind == "multigrid":
        return MULTIGRID
    if kind == "elastic multigrid":
        return ELASTIC_MULTIGRID
    if kind != "ilu":
        return {"ksp_type": "preonly", "pc_type": kind, **direct}
    if many:  # an incomplete factorisation of each process's part, with a layer of overlap
        return {"ksp_type": "preonly", "pc_type": "asm", "sub_pc_type": "ilu"}
    return {"ksp_type": "preonly", "pc_type": "ilu"}
