"""Gradient energy of one order parameter in the equation of another variable."""

from __future__ import annotations

from alces.ad import Vector
from alces.params import PROPERTY, VARIABLE, Param
from alces.physics import Kernel, Points


class SimpleCoupledACInterface(Kernel):
    """Weak form: ``(L kappa grad w, grad v)`` with w another variable; L and kappa are taken as constant.

    L: mobility [volume/(energy time)]; kappa: gradient energy coefficient [energy/length].
    Source: S. M. Allen, J. W. Cahn, Acta Metall. 27 (1979) 1085. Same term as MOOSE's.
    """

    parameters = (
        Param("v", VARIABLE, doc="order parameter w whose gradient enters"),
        Param("mob_name", PROPERTY, "L", doc="mobility L", unit="volume/(energy time)"),
        Param("kappa_name", PROPERTY, "kappa_op", doc="gradient energy coefficient", unit="energy/length"),
    )

    def flux(self, q: Points) -> Vector:
        return q.grad(self.p.v) * (q.property(self.p.mob_name) * q.property(self.p.kappa_name))
