"""The deck's [Preconditioning]: how the coupled linear systems are solved."""
from __future__ import annotations

from typing import ClassVar

from alces.params import BOOLEAN, INTEGER, STRING, STRINGS, Choice, Param
from alces.physics import Object


class _Preconditioning(Object):
    system: ClassVar[str] = "Preconditioning"
    parameters: ClassVar[tuple[Param, ...]] = (
        Param("petsc_options", STRINGS, (), doc="PETSc options without values"),
        Param("petsc_options_iname", STRINGS, (), doc="PETSc options with values: names"),
        Param("petsc_options_value", STRINGS, (), doc="PETSc options with values: values"),
        Param("solve_type", Choice("NEWTON", "PJFNK", "JFNK", "FD", "LINEAR"), "NEWTON", doc="accepted"),
        Param("mffd_type", Choice("wp", "ds"), "wp", doc="accepted: the Jacobian is assembled"),
        Param("pc_side", Choice("left", "right", "symmetric", "default"), "default",
              doc="accepted: a matter of cost"),
        Param("ksp_norm", Choice("none", "preconditioned", "unpreconditioned", "natural", "default"),
              "unpreconditioned", doc="accepted: a matter of cost"),
    )


class SMP(_Preconditioning):
    """One matrix for all variables, factorised as a whole (MUMPS). The Jacobian is always complete.

    Where it changes little from step to step, old factors inside GMRES do as well: ``keep_factors = 10``.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("full", BOOLEAN, False, doc="accepted: all couplings are always there"),
        Param("coupled_groups", STRINGS, (), doc="accepted: all couplings are always there"),
        Param("off_diag_row", STRINGS, (), doc="accepted: all couplings are always there"),
        Param("off_diag_column", STRINGS, (), doc="accepted: all couplings are always there"),
        Param("trust_my_coupling", BOOLEAN, False, doc="accepted: all couplings are always there"),
        Param("keep_factors", INTEGER, 0, doc="keep factors, over Newton iterations and steps, until "
              "GMRES with them takes more iterations than this; 0: factorise every time",
              range="keep_factors >= 0"),
    )

    def preset(self) -> str:
        """Name of the solver preset."""
        return "lu"

    def groups(self, names: list[str]) -> tuple[tuple[str, ...], ...]:
        """Variables by group; one each."""
        return ()


class FDP(SMP):
    """As `SMP`: where MOOSE takes finite differences of the residual, the exact Jacobian is at hand."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("finite_difference_type", Choice("standard", "coloring"), "coloring",
              doc="accepted: the Jacobian is exact"),
        Param("implicit_geometric_coupling", BOOLEAN, False, doc="accepted: all couplings are always there"),
    )


class PBP(_Preconditioning):
    """Multiplicative splitting by variables inside GMRES, in the order `solve_order`, each variable's block
    factorised directly; the couplings between them are always there."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("solve_order", STRINGS, doc="variables in the order of the sweep"),
        Param("preconditioner", STRINGS, (), doc="accepted: blocks are factorised"),
        Param("off_diag_row", STRINGS, (), doc="accepted: all couplings are always there"),
        Param("off_diag_column", STRINGS, (), doc="accepted: all couplings are always there"),
    )

    def preset(self) -> str:
        """Name of the solver preset."""
        return "blocks"

    def groups(self, names: list[str]) -> tuple[tuple[str, ...], ...]:
        """Variables by group, one each; those that `solve_order` leaves out come last."""
        order = self.p.solve_order
        for name in order:
            if name not in names:
                raise self.error("solve_order",
                                 f"'{name}' is not a variable; the variables are {', '.join(names)}")
            if order.count(name) > 1:
                raise self.error("solve_order", f"'{name}' stands in it twice")
        return tuple((name,) for name in (*order, *(name for name in names if name not in order)))


class FieldBlocks(_Preconditioning):
    """Multiplicative splitting by groups of fields inside GMRES; each group's block is factorised, or, where
    it is large and symmetric, inverted by conjugate gradients with multigrid.

    The order of the groups should follow the coupling: a field comes after those that drive it. With
    ``splits = auto`` groups and order come from the first Jacobian.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param(
            "splits",
            STRING,
            doc="groups of variables in the order of the sweep, e.g. 'eta; phi; c; disp_x disp_y', or auto",
        ),
        Param("multigrid_from", INTEGER, None, doc="unknowns of a block from which on multigrid is used; "
              "default: 1 000 000 in 2-D, 3000 in 3-D, never in 1-D"),
    )

    def preset(self) -> str:
        """Name of the solver preset."""
        return "auto" if self.p.splits.strip() == "auto" else "blocks"

    def groups(self, names: list[str]) -> tuple[tuple[str, ...], ...]:
        """Variables by group; those that `splits` leaves out form the last one; none where it is auto."""
        if self.preset() == "auto":
            return ()
        found = tuple(tuple(part.split()) for part in self.p.splits.split(";") if part.strip())
        listed = [name for group in found for name in group]
        for name in listed:
            if name not in names:
                raise self.error(
                    "splits", f"'{name}' is not a variable; the variables are {', '.join(names)}"
                )
            if listed.count(name) > 1:
                raise self.error("splits", f"'{name}' stands in it twice")
        rest = tuple(name for name in names if name not in listed)
        return (*found, rest) if rest else found
