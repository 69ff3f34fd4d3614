"""Diffusion driven by a temperature gradient."""
from __future__ import annotations

from alces.ad import Vector
from alces.params import COUPLED, PROPERTY, Param
from alces.physics import Kernel, Points

BOLTZMANN = 8.617343e-5
"""Boltzmann's constant in eV/K, with the digits that MOOSE uses in this term."""


class SoretDiffusion(Kernel):
    """Soret effect: ``-div(D Q c / (k_B T^2) grad T)``.

    Weak form: ``(grad v, D Q c / (k_B T^2) grad T)``. c is the variable itself where `c` is not given.

    Symbols: D diffusivity [area/time], Q heat of transport [eV], T temperature [K], k_B Boltzmann's constant
    [eV/K]. Source: S. R. de Groot, P. Mazur, Non-Equilibrium Thermodynamics (1962), ch. XI. Same term as
    MOOSE's.
    """

    parameters = (
        Param("T", COUPLED, doc="temperature", unit="K"),
        Param("c", COUPLED, None, doc="concentration; default: this variable"),
        Param("diff_name", PROPERTY, doc="diffusivity D", unit="area/time"),
        Param("Q_name", PROPERTY, "Qheat", doc="heat of transport Q", unit="eV"),
    )

    def flux(self, q: Points) -> Vector:
        c = q.value(self.p.variable if self.p.c is None else self.p.c)
        temperature = q.value(self.p.T)
        drift = q.property(self.p.diff_name) * q.property(self.p.Q_name) / BOLTZMANN
        return q.grad(self.p.T) * (drift * c / (temperature * temperature))
