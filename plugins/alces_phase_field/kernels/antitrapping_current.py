"""Current that compensates the solute trapping of thick interfaces."""
from __future__ import annotations

from alces.ad import Vector, sqrt, where
from alces.params import COUPLED, PROPERTY, Param
from alces.physics import Kernel, Points

from alces_phase_field.coupled import COUPLED_VARIABLES

SMALL = 1e-6
"""Squared gradients below this have no direction."""


class AntitrappingCurrent(Kernel):
    """Weak form: ``(F deta/dt n, grad v)`` with the interface normal ``n = grad eta/|grad eta|``.

    It vanishes where the interface rests, and where ``|grad eta|^2 < 1e-6``. F: current strength, a
    difference of densities times a length; eta: order parameter [1]. Source: M. Plapp, Phys. Rev. E 84 (2011)
    031601, eq. 52; A. Karma, Phys. Rev. Lett. 87 (2001) 115701. Same term as MOOSE's.
    """

    time = True
    parameters = (
        Param("v", COUPLED, doc="order parameter eta"),
        Param("f_name", PROPERTY, doc="current strength F"),
        COUPLED_VARIABLES,
    )

    def flux(self, q: Points) -> Vector:
        gradient = q.grad(self.p.v)
        square = gradient.dot(gradient)
        small = square < SMALL
        inverse = where(small, 0.0, 1.0 / sqrt(where(small, 1.0, square)))
        return gradient * (inverse * q.property(self.p.f_name) * q.dot(self.p.v))
