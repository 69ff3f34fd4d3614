"""Auxiliary variables: computed from the solution, never solved for."""
from __future__ import annotations

from typing import Any, ClassVar

from alces.params import BLOCKS, BOOLEAN, BOUNDARIES, NAME, VARIABLE, Choices, Param
from alces.physics.base import Object
from alces.physics.points import Points
from alces.physics.shared_parameters import UNDISPLACED


class AuxKernel(Object):
    """Sets an auxiliary variable.

    On an elemental variable (MONOMIAL) the quadrature-point values are projected on the cell's polynomials
    (CONSTANT: their average). On a nodal variable (LAGRANGE) an object with ``nodal = True`` is evaluated at
    the nodes, one with ``patch_recovery = True`` by fits on the cells around each node; any other is
    projected with the lumped mass matrix, ``sum_q w N f / sum_q w N``.

    Attributes:
        nodal: True if `value` needs only values of variables and functions, not gradients or properties.
        reads_old: names of parameters whose variables are read at the previous step only.
        patch_recovery: True for MOOSE's way of tensors at nodes, see `alces.assembly.patch`.
        cell_integral: True if `value` is integrated over each cell (or side) and passed through `finish`;
            elemental variables only.
    """

    system: ClassVar[str] = "AuxKernels"
    parameters: ClassVar[tuple[Param, ...]] = (
        Param("variable", VARIABLE, doc="the auxiliary variable that is set"),
        Param("block", BLOCKS, (), doc="blocks where it is set; default: all"),
        Param("boundary", BOUNDARIES, (), doc="boundaries where it is set instead of blocks"),
        Param(
            "execute_on",
            Choices("NONE", "INITIAL", "LINEAR", "NONLINEAR", "TIMESTEP_BEGIN", "TIMESTEP_END", "FINAL"),
            ("LINEAR", "TIMESTEP_END"),
            doc="when it is computed",
        ),
        Param("check_boundary_restricted", BOOLEAN, True,
              doc="accepted: where boundaries share a cell, the value of the last one stays"),
        UNDISPLACED,
    )
    nodal: ClassVar[bool] = False
    patch_recovery: ClassVar[bool] = False
    cell_integral: ClassVar[bool] = False
    reads_old: ClassVar[tuple[str, ...]] = ()

    def value(self, q: Points) -> Any:
        """The value at the points of `q`."""
        raise NotImplementedError(f"{type(self).__name__} defines no value")

    def finish(self, total: Any) -> Any:
        """The values in the cells from the integrals over them, e.g. their roots."""
        return total


class ResidualAux(AuxKernel):
    """Holds, node by node, the residual of those terms of a variable that carry a label.

    It is up to date whenever a solve has ended.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("v", VARIABLE, doc="the variable whose equation it is"),
        Param("vector_tag", NAME, doc="the label, one of a term's extra_vector_tags"),
        Param("scaled", BOOLEAN, True, doc="accepted: residuals are not scaled"),
    )
    nodal: ClassVar[bool] = True
