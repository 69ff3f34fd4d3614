"""Double-well barrier of a two-phase order parameter."""

from __future__ import annotations

from typing import Any

from alces.params import PROPERTY, Param
from alces.physics import Kernel, Points


class DoubleWell(Kernel):
    """Barrier term of ``d eta/dt = -L W g'(eta)`` with ``g = eta^2 (1 - eta)^2``.

    Weak form: ``(L W g'(eta), v)``, ``g' = 2 eta (1 - eta) (1 - 2 eta)``. g is not clipped: outside [0, 1] it
    pulls the order parameter back.

    L: mobility [volume/(energy time)]; W: barrier height [energy/volume] (the maximum of W g is W/16).
    Source: model of Gao et al., Adv. Energy Mater. 14 (2024) 2304488, equations (3) and (14).
    """

    parameters = (
        Param("mob_name", PROPERTY, "L", doc="mobility L", unit="volume/(energy time)"),
        Param("barrier_height", PROPERTY, "W", doc="barrier height W", unit="energy/volume"),
    )

    def value(self, q: Points) -> Any:
        eta = q.value(self.p.variable)
        factor = 2.0 * q.property(self.p.mob_name) * q.property(self.p.barrier_height)
        return factor * (eta * (1.0 - eta) * (1.0 - 2.0 * eta))
