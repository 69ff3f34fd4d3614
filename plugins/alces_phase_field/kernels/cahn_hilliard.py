"""Bulk term of the Cahn-Hilliard equation as one fourth-order equation."""

from __future__ import annotations

from typing import ClassVar

from alces.ad import Vector
from alces.params import COUPLEDS, PROPERTY, Param
from alces.physics import Kernel, Points, derivative_name

from alces_phase_field.slopes import slope_name


class CahnHilliard(Kernel):
    """Bulk term of ``dc/dt = div(M grad dF/dc)``.

    Weak form: ``(M (d^2F/dc^2 grad c + sum_a d^2F/dc da grad a), grad v)`` over the coupled variables a.

    M: mobility [length^2 volume/(energy time)]; F: free energy density with its second derivatives
    [energy/volume]. Source: J. W. Cahn, J. E. Hilliard, J. Chem. Phys. 28 (1958) 258. Same term as MOOSE's.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("f_name", PROPERTY, doc="free energy density F", unit="energy/volume"),
        Param("mob_name", PROPERTY, "M", doc="mobility M", unit="length^2 volume/(energy time)"),
        Param("coupled_variables", COUPLEDS, (), doc="further variables of F", aliases=("args",)),
    )

    def setup(self) -> None:
        slope_name(self, "f_name", self.p.variable)

    def flux(self, q: Points) -> Vector:
        return self.potential_gradient(q) * q.property(self.p.mob_name)

    def potential_gradient(self, q: Points) -> Vector:
        """Gradient of dF/dc."""
        c = self.p.variable
        total = Vector()
        for name in (c, *(v for v in self.p.coupled_variables if isinstance(v, str))):
            total = total + q.grad(name) * q.property(derivative_name(self.p.f_name, c, name))
        return total
