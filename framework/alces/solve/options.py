"""How the nonlinear system is to be solved."""
from __future__ import annotations

from dataclasses import dataclass, field

import numpy
from scipy import sparse

MASS_DOMINATED = 0.5
"""Median ratio of row sum to diagonal above which a block is mass-dominated (bilinear mass in 2-D: 2.25)."""


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
    automatic_scaling: bool = False
    petsc: dict[str, str] = field(default_factory=dict)
    scaling: tuple[float, ...] = ()

    def describe(self) -> str:
        """One line for people."""
        how = "direct on the whole system"
        if self.preset == "blocks":
            how = (
                "GMRES over field blocks "
                + " -> ".join("+".join(g) for g in self.groups)
                + ", large ones direct"
            )
        given = " ".join(f"-{name} {value}".strip() for name, value in self.petsc.items())
        return f"Newton, {how}" + (f", but with {given}" if given else "")


def block_kind(block: sparse.csr_matrix) -> str:
    """The cheapest sound way to apply the inverse of a diagonal block.

    ``"ilu"`` where mass dominates (row sums, which a pure stiffness does not have, are large against the
    diagonal: an incomplete factorisation is as good as a complete one), else ``"cholesky"`` if it is
    symmetric, else ``"lu"``.
    """
    diagonal = abs(block.diagonal())
    row_sums = abs(numpy.asarray(block.sum(axis=1)).ravel())
    if numpy.median(row_sums / numpy.where(diagonal > 0, diagonal, 1.0)) > MASS_DOMINATED:
        return "ilu"
    return "cholesky" if abs(block - block.T).max() <= 1e-12 * abs(block).max() else "lu"


def preset_options(options: SolverOptions, kinds: tuple[str, ...], direct: dict[str, str]) -> dict[str, str]:
    """PETSc options of a preset.

    Args:
        kinds: per group, how its diagonal block is solved, see `block_kind`.
        direct: options of a direct factorisation, see `alces.solve.direct`.
    """
    if options.preset == "lu" and options.petsc.get("pc_type", "lu") not in ("lu", "cholesky"):
        return {"ksp_type": "gmres"}  # an approximate inverse needs iterations around it
    if options.preset == "lu":
        return {"ksp_type": "preonly", "pc_type": "lu", **direct}
    out = {
        "ksp_type": "gmres", "ksp_pc_side": "left", "ksp_norm_type": "preconditioned",
        "ksp_gmres_restart": "60", "pc_type": "fieldsplit", "pc_fieldsplit_type": "multiplicative",
    }
    for number, kind in enumerate(kinds):
        prefix = f"fieldsplit_{number}_"
        out[prefix + "ksp_type"] = "preonly"
        out[prefix + "pc_type"] = kind
        if kind != "ilu":
            out.update({prefix + name: text for name, text in direct.items()})
    return out
