"""Source of heat from a material property."""
from __future__ import annotations

from typing import Any

from alces.params import PROPERTY, REAL, Param
from alces.physics import Kernel, Points


class MatHeatSource(Kernel):
    """A source Q = scalar * property in W/m^3.

    Strong form: ``-Q``. Weak form: ``(v, -Q)``.
    """

    parameters = (
        Param("material_property", PROPERTY, 1.0, doc="property that gives the source", unit="W/m^3"),
        Param("scalar", REAL, 1.0, doc="factor"),
    )

    def value(self, q: Points) -> Any:
        return -(self.p.scalar * q.property(self.p.material_property))
