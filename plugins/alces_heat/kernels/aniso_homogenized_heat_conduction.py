"""Cell problem of homogenisation with anisotropic materials."""
from __future__ import annotations

from alces.ad import Vector
from alces.params import TENSOR_PROPERTY, Param
from alces.physics import Kernel, Points
from alces_heat.kernels.homogenized_heat_conduction import COMPONENT


class AnisoHomogenizedHeatConduction(Kernel):
    """As HomogenizedHeatConduction, with a tensor k: ``(grad v, k e)``."""

    parameters = (
        COMPONENT,
        Param("thermal_conductivity", TENSOR_PROPERTY, "thermal_conductivity", doc="conductivity k",
              unit="W/(m K)", aliases=("diffusion_coefficient",)),
    )

    def flux(self, q: Points) -> Vector:
        k = q.property(self.p.thermal_conductivity)
        return Vector(*(k[i, self.p.component] for i in range(3)))
