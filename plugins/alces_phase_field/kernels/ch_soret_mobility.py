"""Diffusion by a temperature gradient."""

from __future__ import annotations

from alces.ad import Vector
from alces.params import COUPLED, PROPERTY, Param
from alces.physics import Kernel, Points


class CHSoretMobility(Kernel):
    """Soret flux of ``dc/dt = div(M_q grad T / T)``.

    Weak form: ``(M_q grad T / T, grad v)``. M_q: thermal mobility; T: temperature [temperature].
    Source: S. R. de Groot, P. Mazur, Non-Equilibrium Thermodynamics (1962), ch. XI. Same term as MOOSE's
    ADCHSoretMobility.
    """

    parameters = (
        Param("T", COUPLED, doc="temperature", unit="temperature"),
        Param("mobility", PROPERTY, doc="thermal mobility M_q"),
    )

    def flux(self, q: Points) -> Vector:
        return q.grad(self.p.T) * (q.property(self.p.mobility) / q.value(self.p.T))
