"""Integral of a variable over time."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, INTEGER, REAL, Param
from alces.physics import AuxKernel, Points


class VariableTimeIntegrationAux(AuxKernel):
    """w = coefficient * integral of v over time, step by step.

    Of order 1 a step adds ``dt v``, of order 2 (trapezoidal rule) ``dt (v + v_old)/2``. Order 3 (Simpson's
    rule), which needs the value before the previous one, does not exist here.
    """

    nodal = True
    parameters = (
        Param("variable_to_integrate", COUPLED, doc="variable v"),
        Param("coefficient", REAL, 1.0, doc="factor"),
        Param("order", INTEGER, 2, doc="order of the rule", range="order >= 1 & order <= 2"),
    )

    def value(self, q: Points) -> Any:
        v = self.p.variable_to_integrate
        mean = q.value(v) if self.p.order == 1 else 0.5 * (q.value(v) + q.old(v))
        return q.old(self.p.variable) + self.p.coefficient * q.dt * mean
