"""Anisotropic gradient energy: the part from the change of the anisotropy with the angle."""
from __future__ import annotations

from alces.ad import Vector
from alces.params import NAME, PROPERTY, VARIABLES, Param
from alces.physics import Kernel, Points


class ACInterfaceKobayashi1(Kernel):
    """``-div(L eps eps' (-du/dy, du/dx))`` in the plane, eps' the slope of eps with the interface's angle.

    Weak form: ``(grad v, L eps eps' (-du/dy, du/dx))``; eps, eps' as from `InterfaceOrientationMaterial`.

    Symbols: L mobility, eps anisotropic gradient coefficient [sqrt(energy/length)]. Source: R. Kobayashi,
    Physica D 63 (1993) 410, eq. 4. Same term as MOOSE's.
    """

    parameters = (
        Param("mob_name", PROPERTY, "L", doc="mobility L"),
        Param("eps_name", PROPERTY, "eps", doc="anisotropic coefficient eps"),
        Param("deps_name", PROPERTY, "deps", doc="derivative of eps by the angle"),
        Param("depsdgrad_op_name", NAME, "depsdgrad_op", doc="not needed: partials come by themselves"),
        Param("ddepsdgrad_op_name", NAME, "ddepsdgrad_op", doc="not needed: partials come by themselves"),
        Param("coupled_variables", VARIABLES, (), aliases=("args",),
              doc="further variables of the properties; changes nothing, partials come by themselves"),
    )

    def flux(self, q: Points) -> Vector:
        gradient = q.grad(self.p.variable)
        eps, slope = q.property(self.p.eps_name), q.property(self.p.deps_name)
        return Vector(-gradient[1], gradient[0]) * (q.property(self.p.mob_name) * eps * slope)
