"""Heat from an electric current."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, PROPERTY, VARIABLES, Param
from alces.physics import Kernel, Points


class JouleHeatingSource(Kernel):
    """A source sigma |grad phi|^2 in W/m^3, phi the electric potential in V.

    Strong form: ``-sigma |grad phi|^2``. Weak form: ``(v, -sigma |grad phi|^2)``.
    """

    parameters = (
        Param("elec", COUPLED, doc="electric potential phi", unit="V"),
        Param("electrical_conductivity", PROPERTY, "electrical_conductivity",
              doc="conductivity sigma", unit="S/m"),
        Param("args", VARIABLES, (), aliases=("coupled_variables",),
              doc="variables sigma depends on; derivatives come by themselves, so this changes nothing"),
    )

    def value(self, q: Points) -> Any:
        field = q.grad(self.p.elec)
        return -(q.property(self.p.electrical_conductivity) * field.dot(field))
