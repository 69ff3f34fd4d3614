"""Rate of the chemical potential in the grand-potential model."""

from __future__ import annotations

from typing import Any

from alces.params import COUPLEDS, PROPERTY, Param
from alces.physics import Kernel, Points


class SusceptibilityTimeDerivative(Kernel):
    """Weak form: ``(chi dw/dt, v)`` with a susceptibility chi.

    Source: M. Plapp, Phys. Rev. E 84 (2011) 031601, eq. 43. Same term as MOOSE's.
    """

    time = True
    parameters = (
        Param("f_name", PROPERTY, doc="susceptibility chi"),
        Param("coupled_variables", COUPLEDS, (), doc="variables of chi (their partials come by themselves)",
              aliases=("args",)),
    )

    def value(self, q: Points) -> Any:
        return q.property(self.p.f_name) * q.dot(self.p.variable)
