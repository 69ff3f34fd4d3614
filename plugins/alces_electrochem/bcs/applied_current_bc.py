"""Current through a boundary."""

from __future__ import annotations

from typing import Any

from alces.params import FUNCTION, Param
from alces.physics import IntegratedBC, Points


class AppliedCurrentBC(IntegratedBC):
    """Inflow of current ``sigma d phi/dn = i_in`` into the domain, for the equation of the potential.

    Weak form: ``<-i_in, v>`` (normal n outward, ``i = -sigma grad phi``, so ``i . n = -i_in``).

    i_in: current density [conductivity potential/length], positive inwards.
    """

    parameters = (
        Param(
            "current",
            FUNCTION,
            doc="current density i_in into the domain",
            unit="conductivity potential/length",
        ),
    )

    def value(self, q: Points) -> Any:
        return -q.function(self.p.current)
