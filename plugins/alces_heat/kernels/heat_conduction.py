"""Conduction of heat."""
from __future__ import annotations

from alces.ad import Vector
from alces.params import PROPERTY, STRING, Param
from alces.physics import Kernel, Points


class HeatConduction(Kernel):
    """Fourier's law.

    Strong form: ``-div(k grad T)``. Weak form: ``(grad v, k grad T)``, k in W/(m K), which may depend on
    any field.
    """

    parameters = (
        Param("diffusion_coefficient", PROPERTY, "thermal_conductivity", doc="conductivity k", unit="W/(m K)",
              aliases=("thermal_conductivity",)),
        Param("diffusion_coefficient_dT", STRING, "",
              doc="accepted for MOOSE's decks: the derivative of k comes by itself"),
    )

    def flux(self, q: Points) -> Vector:
        return q.grad(self.p.variable) * q.property(self.p.diffusion_coefficient)
