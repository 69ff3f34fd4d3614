"""Diffusion by a chemical potential with a mobility that is a property."""

from __future__ import annotations

from alces.ad import Vector
from alces.params import COUPLED, PROPERTY, Param
from alces.physics import Kernel, Points


class CHSplitConcentration(Kernel):
    """Flux term of ``dc/dt = div(M grad mu)`` in the equation of c.

    Weak form: ``(M grad mu, grad v)``. M: mobility; mu: chemical potential.
    Source: J. W. Cahn, J. E. Hilliard, J. Chem. Phys. 28 (1958) 258. Same term as MOOSE's.
    """

    parameters = (
        Param("chemical_potential_var", COUPLED, doc="chemical potential mu"),
        Param("mobility", PROPERTY, doc="mobility M"),
    )

    def flux(self, q: Points) -> Vector:
        return q.grad(self.p.chemical_potential_var) * q.property(self.p.mobility)
