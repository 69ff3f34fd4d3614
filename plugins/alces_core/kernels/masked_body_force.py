"""A source times a material property."""
from __future__ import annotations

from typing import Any

from alces.params import PROPERTY, VARIABLES, Param
from alces.physics import Points
from alces_core.kernels.body_force import BodyForce


class MaskedBodyForce(BodyForce):
    """A source f = value * function * postprocessor * mask on the right-hand side.

    Strong form: ``-f``. Weak form: ``(v, -f)``. mask is a material property. Same term as MOOSE's.
    """

    parameters = (
        Param("mask", PROPERTY, doc="property that the source is multiplied with"),
        Param("coupled_variables", VARIABLES, (), aliases=("args",),
              doc="further variables of the properties; changes nothing, partials come by themselves"),
    )

    def value(self, q: Points) -> Any:
        return super().value(q) * q.property(self.p.mask)
