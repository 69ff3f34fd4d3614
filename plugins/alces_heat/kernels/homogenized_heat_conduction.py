"""Cell problem of homogenisation."""
from __future__ import annotations

from alces.ad import Vector
from alces.params import INTEGER, PROPERTY, Param
from alces.physics import Kernel, Points

COMPONENT = Param("component", INTEGER, doc="direction e of the imposed gradient: 0, 1 or 2",
                  range="component >= 0 & component <= 2")


class HomogenizedHeatConduction(Kernel):
    """Conduction by a gradient of one along a direction e, which with HeatConduction gives the corrector chi.

    Strong form: ``-div(k e)``, so that ``-div(k (grad chi + e)) = 0``. Weak form: ``(grad v, k e)``, k in
    W/(m K). Source: Bensoussan, Lions & Papanicolaou, Asymptotic Analysis for Periodic Structures (1978).
    """

    parameters = (
        COMPONENT,
        Param("diffusion_coefficient", PROPERTY, "thermal_conductivity", doc="conductivity k",
              unit="W/(m K)"),
    )

    def flux(self, q: Points) -> Vector:
        k = q.property(self.p.diffusion_coefficient)
        return Vector(*(k if i == self.p.component else 0.0 for i in range(3)))
