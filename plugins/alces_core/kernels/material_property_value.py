"""Sets a variable equal to a material property."""
from __future__ import annotations

from typing import Any

from alces.params import BOOLEAN, PROPERTY, Param
from alces.physics import Kernel, Points


class MaterialPropertyValue(Kernel):
    """``P - u = 0`` with a material property P, or ``u - P = 0`` if not `positive`.

    Weak form: ``(P - u, v)`` or its negative: the L2 projection of P. Same term as MOOSE's.
    """

    parameters = (
        Param("prop_name", PROPERTY, doc="property P"),
        Param("positive", BOOLEAN, True, doc="sign of the term: P - u if true, u - P if false"),
    )

    def value(self, q: Points) -> Any:
        difference = q.property(self.p.prop_name) - q.value(self.p.variable)
        return difference if self.p.positive else -difference
