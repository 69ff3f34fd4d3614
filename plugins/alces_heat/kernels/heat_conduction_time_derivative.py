"""Storage of heat."""
from __future__ import annotations

from typing import Any

from alces.params import PROPERTY, Param
from alces.physics import Kernel, Points


class HeatConductionTimeDerivative(Kernel):
    """Strong form: ``rho c dT/dt``. Weak form: ``(v, rho c dT/dt)``."""

    time = True
    parameters = (
        Param("specific_heat", PROPERTY, "specific_heat", doc="specific heat c", unit="J/(kg K)"),
        Param("density_name", PROPERTY, "density", doc="density rho", unit="kg/m^3", aliases=("density",)),
    )

    def value(self, q: Points) -> Any:
        capacity = q.property(self.p.density_name) * q.property(self.p.specific_heat)
        return capacity * q.dot(self.p.variable)
