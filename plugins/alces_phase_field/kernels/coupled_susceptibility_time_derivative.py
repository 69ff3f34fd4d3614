"""Rate of another variable times a susceptibility."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, PROPERTY, Param
from alces.physics import Kernel, Points

from alces_phase_field.coupled import COUPLED_VARIABLES


class CoupledSusceptibilityTimeDerivative(Kernel):
    """Weak form: ``(chi dw/dt, v)`` with another variable w and a susceptibility chi.

    Source: M. Plapp, Phys. Rev. E 84 (2011) 031601, eq. 43. Same term as MOOSE's.
    """

    time = True
    parameters = (
        Param("v", COUPLED, doc="variable w"),
        Param("f_name", PROPERTY, doc="susceptibility chi"),
        COUPLED_VARIABLES,
    )

    def value(self, q: Points) -> Any:
        return q.property(self.p.f_name) * q.dot(self.p.v)
