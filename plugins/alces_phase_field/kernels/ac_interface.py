"""Gradient energy term of the Allen-Cahn equation."""

from __future__ import annotations

from typing import Any

from alces.ad import Vector
from alces.params import BOOLEAN, COUPLEDS, PROPERTY, Param
from alces.physics import Kernel, Points, derivative_name


class ACInterface(Kernel):
    """Isotropic gradient term of ``d eta/dt = L div(kappa grad eta)``.

    Weak form: ``(kappa grad eta, grad(L v)) = (L kappa grad eta, grad v) + (kappa grad eta . grad L, v)``.
    The second part exists with `variable_L` where L is a material property: grad L is the sum of ``dL/d<v>
    grad v`` over the kernel's variable and `coupled_variables`, from L's derivative properties.

    L: mobility [volume/(energy time)]; kappa: gradient energy coefficient [energy/length].
    Source: S. M. Allen, J. W. Cahn, Acta Metall. 27 (1979) 1085. Same term as MOOSE's ACInterface.
    """

    parameters = (
        Param("mob_name", PROPERTY, "L", doc="mobility L", unit="volume/(energy time)"),
        Param(
            "kappa_name", PROPERTY, "kappa_op", doc="gradient energy coefficient kappa", unit="energy/length"
        ),
        Param(
            "coupled_variables", COUPLEDS, (), doc="further variables that L depends on", aliases=("args",)
        ),
        Param(
            "variable_L",
            BOOLEAN,
            True,
            doc="whether L may depend on variables; if false its gradient is left out",
        ),
    )

    def value(self, q: Points) -> Any:
        mobility = self.p.mob_name
        if not self.p.variable_L or not isinstance(mobility, str):
            return None
        gradient = Vector()
        for name in (self.p.variable, *(v for v in self.p.coupled_variables if isinstance(v, str))):
            slope = derivative_name(mobility, name)
            if q.has_property(slope):  # a mobility without this derivative does not depend on the variable
                gradient = gradient + q.grad(name) * q.property(slope)
        return q.property(self.p.kappa_name) * q.grad(self.p.variable).dot(gradient)

    def flux(self, q: Points) -> Vector:
        return q.grad(self.p.variable) * (q.property(self.p.mob_name) * q.property(self.p.kappa_name))
