"""What steady and transient runs have in common."""
from __future__ import annotations

import math
from typing import Any, ClassVar

from alces.params import BOOLEAN, INTEGER, REAL, STRING, STRINGS, Choice, Param
from alces.physics import Object
from alces.run.history import History
from alces.solve.options import MULTIGRID_FROM, SolverOptions

DIRECT = {1: 10**9, 2: 20_000, 3: 5_000}
"""Unknowns, by dimension, up to which a factorisation takes about as long as assembling the matrix
(measured). In 1-D it always does."""

ITERATIVE = ("hypre", "asm", "gasm", "bjacobi", "jacobi", "ilu", "icc", "sor", "gamg", "ml", "none")
"""Preconditioners that approximate the system as a whole."""

SMALL = 20_000
"""Unknowns up to which a preconditioner that the deck names is replaced by a factorisation."""

SAY = ("pc_", "sub_", "ksp_type", "mat_", "snes_type", "fieldsplit_")
"""How the PETSc options begin that leave no choice of a linear solver."""

CLOSE = 1e-5
"""Relative tolerance of linear solves that leaves Newton's iterations as many as with a factorisation."""

PRECONDITIONING = ("pc_", "sub_", "ksp_type", "ksp_gmres", "ksp_grmres")
"""How the PETSc options begin that go with them (one of them as many decks misspell it)."""


class DidNotConverge(Exception):
    """The run stopped because a solve failed for good."""


class Executioner(Object):
    """Runs a problem."""

    system: ClassVar[str] = "Executioner"
    transient: ClassVar[bool] = False
    scheme: str = "implicit-euler"
    history: History = History()
    parameters: ClassVar[tuple[Param, ...]] = (
        Param(
            "solve_type",
            Choice("NEWTON", "PJFNK", "JFNK", "FD", "LINEAR"),
            "NEWTON",
            doc="accepted for MOOSE's sake: the Jacobian is always exact and assembled",
        ),
        Param("nl_rel_tol", REAL, 1e-8, doc="residual norm relative to the first", range="nl_rel_tol >= 0"),
        Param("nl_abs_tol", REAL, 1e-50, doc="absolute residual norm", range="nl_abs_tol >= 0"),
        Param(
            "nl_update_tol",
            REAL,
            None,
            doc="judge convergence by the update relative to the field, in every field",
            range="nl_update_tol > 0",
        ),
        Param("nl_abs_step_tol", REAL, 1e-15, doc="root-mean-square update that is small in any case"),
        Param("nl_max_its", INTEGER, 50, doc="Newton iterations allowed", range="nl_max_its > 0"),
        Param("nl_forced_its", INTEGER, 0, doc="Newton iterations done in any case",
              range="nl_forced_its >= 0"),
        Param("nl_div_tol", REAL, 1e10, doc="growth of the residual norm that ends a solve; -1: none",
              range="nl_div_tol > 0 | nl_div_tol = -1"),
        Param("l_tol", REAL, 1e-5, doc="relative tolerance of the linear solver", range="l_tol > 0"),
        Param("l_abs_tol", REAL, 1e-50, doc="absolute tolerance of the linear solver",
              range="l_abs_tol >= 0"),
        Param("l_max_its", INTEGER, 10000, doc="linear iterations allowed", range="l_max_its > 0"),
        Param("nl_max_funcs", INTEGER, 10000, doc="residuals allowed in a solve", range="nl_max_funcs > 0"),
        Param(
            "line_search",
            Choice("default", "basic", "bt", "l2", "cp", "none", "nleqerr"),
            "default",
            doc="PETSc's line search",
        ),
        Param(
            "automatic_scaling", BOOLEAN, False, doc="scale equations and unknowns by one constant per field"
        ),
        Param("petsc_options", STRINGS, (), doc="PETSc options without values"),
        Param("petsc_options_iname", STRINGS, (), doc="PETSc options with values: names"),
        Param("petsc_options_value", STRINGS, (), doc="PETSc options with values: values"),
        Param("compute_scaling_once", BOOLEAN, True, doc="accepted: it is computed for every solve"),
        Param("off_diagonals_in_auto_scaling", BOOLEAN, False, doc="accepted: diagonals are what counts"),
        Param("scaling_group_variables", STRING, "", doc="accepted: every variable is a group"),
        Param("ignore_variables_for_autoscaling", STRINGS, (), doc="accepted: every variable is scaled"),
        Param("resid_vs_jac_scaling_param", REAL, 0.0, doc="accepted: the Jacobian is what counts"),
        Param("compute_initial_residual_before_preset_bcs", BOOLEAN, False,
              doc="accepted: the first residual is that with the prescribed values"),
        Param("snesmf_reuse_base", BOOLEAN, True, doc="accepted: the Jacobian is assembled"),
        Param("mffd_type", Choice("wp", "ds"), "wp", doc="accepted: the Jacobian is assembled"),
        Param("skip_exception_check", BOOLEAN, False, doc="accepted"),
        Param("verbose", BOOLEAN, False, doc="accepted"),
        Param("line_search_package", Choice("petsc"), "petsc", doc="package of the line search"),
    )

    def solver_options(
        self, preconditioner: Any, names: list[str], petsc: dict[str, str], n: int, dim: int
    ) -> SolverOptions:
        """Settings for `Newton`: those of this block, of the preconditioner block and of the command line.

        A preconditioner that the deck chooses is a matter of cost, not of results: up to `SMALL` of the `n`
        unknowns the system is solved directly instead, which is faster and exact. Where the deck chooses
        nothing, more than `DIRECT` unknowns in `dim` dimensions get what fits their Jacobian.
        """
        p = self.p
        options = pairs(self)
        for name, option in (("l_abs_tol", "ksp_atol"), ("nl_max_funcs", "snes_max_funcs")):
            if p.given(name):
                options.setdefault(option, repr(getattr(p, name)))
        preset, groups = "lu", ()
        if preconditioner is not None:
            options.update(pairs(preconditioner))
            preset, groups = preconditioner.preset(), preconditioner.groups(names)
        if preset == "lu" and n <= SMALL and options.get("pc_type") in ITERATIVE:
            options = {k: v for k, v in options.items() if not k.startswith(PRECONDITIONING)}
        options.update(petsc)
        multigrid_from = MULTIGRID_FROM[dim]
        if preconditioner is not None:
            given = getattr(preconditioner.p, "multigrid_from", None)
            multigrid_from = multigrid_from if given is None else given
        l_tol, why = p.l_tol, ""
        if preconditioner is None and n > DIRECT[dim] and not any(o.startswith(SAY) for o in options):
            preset, why = "auto", f"since {n} unknowns in {dim}-D are many"
        if preset == "auto":
            l_tol = min(l_tol, CLOSE)
        return SolverOptions(
            p.nl_rel_tol,
            p.nl_abs_tol,
            p.nl_update_tol,
            p.nl_abs_step_tol,
            p.nl_max_its,
            l_tol,
            p.l_max_its,
            "basic" if p.line_search == "none" else p.line_search,
            preset,
            groups,
            multigrid_from,
            p.automatic_scaling,
            options,
            nl_forced_its=p.nl_forced_its,
            nl_div_tol=p.nl_div_tol if p.nl_div_tol > 0.0 else math.inf,
            why=why,
            keep_factors=getattr(preconditioner.p, "keep_factors", 0) if preconditioner else 0,
        )

    def run(self, problem: Any, files: Any) -> None:
        """Run to the end, handing every state to `files`."""
        raise NotImplementedError(f"{type(self).__name__} runs nothing")


def pairs(thing: Object) -> dict[str, str]:
    """PETSc options from an object's petsc_options, petsc_options_iname and petsc_options_value."""
    p = thing.p
    names, values = p.petsc_options_iname, p.petsc_options_value
    if len(names) != len(values):
        raise thing.error("petsc_options_value", f"{len(names)} names but {len(values)} values are given")
    out = {name.lstrip("-"): "" for name in p.petsc_options}
    out.update({name.lstrip("-"): value for name, value in zip(names, values, strict=True)})
    return out
