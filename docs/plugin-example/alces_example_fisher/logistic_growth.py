"""Growth that slows down as the population nears what its place can carry."""

from __future__ import annotations

from typing import Any

from alces.params import PROPERTY, REAL, Param
from alces.physics import Kernel, Points


class LogisticGrowth(Kernel):
    """Growth term of ``du/dt = D lap u + r u (1 - u/K)``.

    Weak form: ``-(v, r u (1 - u/K))``. The sum of all terms is zero, so a gain enters with a minus sign.

    u: population density [1/area]; r: growth rate [1/time]; K: carrying capacity [1/area].
    Source: R. A. Fisher, Ann. Eugenics 7 (1937) 355.
    """

    parameters = (
        Param("rate", PROPERTY, "r", doc="growth rate r of a small population", unit="1/time"),
        Param("capacity", REAL, 1.0, doc="carrying capacity K", unit="1/area", range="capacity > 0"),
    )

    def value(self, q: Points) -> Any:
        u = q.value(self.p.variable)
        r = q.property(self.p.rate)
        return -r * u * (1.0 - u / self.p.capacity)
