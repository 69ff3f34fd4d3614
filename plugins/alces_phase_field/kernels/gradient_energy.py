"""Common part of the gradient energy terms of the Allen-Cahn equation."""
from __future__ import annotations

from typing import Any, ClassVar

from alces.ad import Vector
from alces.params import BOOLEAN, COUPLEDS, PROPERTY, Param
from alces.physics import Kernel, Points, derivative_name


class GradientEnergy(Kernel):
    """``(s, grad(L v)) = (L s, grad v) + (s . grad L, v)`` with a vector s that subclasses define.

    The second part exists with `variable_L` where L is a material property: grad L is the sum of ``dL/d<v>
    grad v`` over the kernel's variable and `coupled_variables`, from L's derivative properties.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
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

    def slope(self, q: Points) -> Vector:
        """The derivative s of the gradient energy by the variable's gradient, or a part of it."""
        raise NotImplementedError(f"{type(self).__name__} defines no slope")

    def value(self, q: Points) -> Any:
        mobility = self.p.mob_name
        if not self.p.variable_L or not isinstance(mobility, str):
            return None
        gradient = Vector()
        for name in (self.p.variable, *(v for v in self.p.coupled_variables if isinstance(v, str))):
            slope = derivative_name(mobility, name)
            if q.has_property(slope):  # a mobility without this derivative does not depend on the variable
                gradient = gradient + q.grad(name) * q.property(slope)
        return self.slope(q).dot(gradient)

    def flux(self, q: Points) -> Vector:
        return self.slope(q) * q.property(self.p.mob_name)
