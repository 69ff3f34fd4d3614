"""Gradient term of the Allen-Cahn equation with coefficients that are constant in space."""
from __future__ import annotations

from alces.ad import Vector
from alces.params import PROPERTY, Param
from alces.physics import Kernel, Points


class SimpleACInterface(Kernel):
    """Weak form: ``(L kappa grad eta, grad v)``; the gradient of L is left out.

    Symbols: L mobility [volume/(energy time)], kappa gradient energy coefficient [energy/length]. Source:
    S. M. Allen, J. W. Cahn, Acta Metall. 27 (1979) 1085. Same term as MOOSE's.
    """

    parameters = (
        Param("mob_name", PROPERTY, "L", doc="mobility L", unit="volume/(energy time)"),
        Param("kappa_name", PROPERTY, "kappa_op", doc="gradient energy coefficient", unit="energy/length"),
    )

    def flux(self, q: Points) -> Vector:
        return q.grad(self.p.variable) * (q.property(self.p.mob_name) * q.property(self.p.kappa_name))
