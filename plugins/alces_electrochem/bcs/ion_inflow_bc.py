"""Ions through a boundary."""

from __future__ import annotations

from typing import Any

from alces.params import FUNCTION, Param
from alces.physics import IntegratedBC, Points


class IonInflowBC(IntegratedBC):
    """Inflow of ions ``D (dc/dn + z c dphi/dn) = J_in`` into the domain, in its concentration equation.

    Weak form: ``<-J_in, v>`` (normal n outward, ``J = -D (grad c + z c grad phi)``, so ``J . n = -J_in``).

    J_in: ion flux [concentration length/time], positive inwards.
    """

    parameters = (
        Param("inflow", FUNCTION, doc="ion flux J_in into the domain", unit="concentration length/time"),
    )

    def value(self, q: Points) -> Any:
        return -q.function(self.p.inflow)
