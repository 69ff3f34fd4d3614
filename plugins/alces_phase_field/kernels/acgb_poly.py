"""Interaction of grains with bubbles or pores."""
from __future__ import annotations

from typing import Any

from alces.ad import clip
from alces.params import COUPLED, PROPERTY, REAL, Param
from alces.physics import Kernel, Points

from alces_phase_field.coupled import COUPLED_VARIABLES


class ACGBPoly(Kernel):
    """Term of ``F = r mu gamma c^2 eta^2``: order parameters vanish where c is 1.

    Weak form: ``(2 L r mu gamma c^2 eta, v)`` with c cut to [0, 1]; mu and gamma are the properties ``mu``
    and ``gamma_asymm``. Symbols: L mobility [volume/(energy time)], mu energy scale [energy/volume], r ratio
    of surface to grain-boundary energy [1], c phase of the bubbles [1]. Source: M. R. Tonks et al., Comput.
    Mater. Sci. 51 (2012) 20. Same term as MOOSE's.
    """

    parameters = (
        Param("c", COUPLED, doc="phase of the bubbles"),
        Param("en_ratio", REAL, 1.0, doc="ratio of surface to grain-boundary energy"),
        Param("mob_name", PROPERTY, "L", doc="mobility L", unit="volume/(energy time)"),
        COUPLED_VARIABLES,
    )

    def value(self, q: Points) -> Any:
        c = clip(q.value(self.p.c), 0.0, 1.0)
        energy = self.p.en_ratio * q.property("mu") * q.property("gamma_asymm")
        return 2.0 * q.property(self.p.mob_name) * energy * (c * c) * q.value(self.p.variable)
