"""Anisotropic gradient energy: the part that is a diffusion."""
from __future__ import annotations

from alces.ad import Vector
from alces.params import NAME, PROPERTY, VARIABLES, Param
from alces.physics import Kernel, Points


class ACInterfaceKobayashi2(Kernel):
    """``-div(L eps^2 grad u)`` with eps dependent on the interface's angle.

    Weak form: ``(grad v, L eps^2 grad u)``. eps comes from `InterfaceOrientationMaterial`.

    Symbols: L mobility, eps anisotropic gradient coefficient [sqrt(energy/length)]. Source: R. Kobayashi,
    Physica D 63 (1993) 410, eq. 4. Same term as MOOSE's.
    """

    parameters = (
        Param("mob_name", PROPERTY, "L", doc="mobility L"),
        Param("eps_name", PROPERTY, "eps", doc="anisotropic coefficient eps"),
        Param("depsdgrad_op_name", NAME, "depsdgrad_op", doc="not needed: partials come by themselves"),
        Param("coupled_variables", VARIABLES, (), aliases=("args",),
              doc="further variables of the properties; changes nothing, partials come by themselves"),
    )

    def flux(self, q: Points) -> Vector:
        eps = q.property(self.p.eps_name)
        return q.grad(self.p.variable) * (q.property(self.p.mob_name) * eps * eps)
