"""Conduction of heat in anisotropic materials."""
from __future__ import annotations

from alces.ad import Vector
from alces.params import TENSOR_PROPERTY, Param
from alces.physics import Kernel, Points


class AnisoHeatConduction(Kernel):
    """Fourier's law with a tensor.

    Strong form: ``-div(k grad T)``. Weak form: ``(grad v, k grad T)``, k a tensor property in W/(m K).
    """

    parameters = (
        Param("thermal_conductivity", TENSOR_PROPERTY, "thermal_conductivity", doc="conductivity k",
              unit="W/(m K)"),
    )

    def flux(self, q: Points) -> Vector:
        return q.property(self.p.thermal_conductivity).dot(q.grad(self.p.variable))
