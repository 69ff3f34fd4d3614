"""Gradient energy of the Cahn-Hilliard equation as one fourth-order equation."""

from __future__ import annotations

from typing import Any

from alces.ad import Vector
from alces.params import COUPLEDS, PROPERTY, Param
from alces.physics import Kernel, Points, derivative_name


class CHInterface(Kernel):
    """Gradient term of ``dc/dt = -div(M grad(kappa laplacian c))``; needs the family HERMITE.

    Weak form: ``(kappa laplacian c, div(M grad v)) = (kappa M laplacian c, laplacian v) + (kappa laplacian c
    grad M, grad v)`` with grad M from the derivative properties ``dM/d<v>`` that exist.

    M: mobility [length^2 volume/(energy time)]; kappa: gradient energy coefficient [energy length^2/volume].
    Source: J. W. Cahn, J. E. Hilliard, J. Chem. Phys. 28 (1958) 258. Same term as MOOSE's CHInterface.
    """

    parameters = (
        Param("kappa_name", PROPERTY, doc="gradient energy coefficient", unit="energy length^2/volume"),
        Param("mob_name", PROPERTY, doc="mobility M", unit="length^2 volume/(energy time)"),
        Param("coupled_variables", COUPLEDS, (), doc="further variables of M", aliases=("args",)),
    )

    def curvature(self, q: Points) -> Any:
        p = self.p
        return q.property(p.kappa_name) * q.property(p.mob_name) * q.laplacian(p.variable)

    def flux(self, q: Points) -> Vector | None:
        p = self.p
        gradient: Vector | None = None
        for name in (p.variable, *p.coupled_variables):
            if isinstance(name, str) and isinstance(p.mob_name, str):
                slope = derivative_name(p.mob_name, name)
                if q.has_property(slope):
                    part = q.grad(name) * q.property(slope)
                    gradient = part if gradient is None else gradient + part
        if gradient is None:
            return None
        return gradient * (q.property(p.kappa_name) * q.laplacian(p.variable))
