"""Rate of another variable times a material property."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, PROPERTY, Param
from alces.physics import Kernel, Points


class MatCoupledTimeDerivative(Kernel):
    """Source or storage from the rate of another variable, such as ``K d eta/dt`` for a moving interface.

    Strong form: ``C dw/dt`` with another variable w and a property C of any field.
    Weak form: ``(test, C dw/dt)``. MOOSE has no such kernel.
    """

    time = True
    parameters = (
        Param("v", COUPLED, doc="variable w"),
        Param("coef", PROPERTY, doc="factor C"),
    )

    def value(self, q: Points) -> Any:
        return q.property(self.p.coef) * q.dot(self.p.v)
