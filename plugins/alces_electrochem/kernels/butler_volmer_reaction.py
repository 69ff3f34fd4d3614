"""Change of the metal phase by the electrode reaction."""

from __future__ import annotations

from typing import Any

from alces.params import PROPERTY, Param
from alces.physics import Kernel, Points


class ButlerVolmerReaction(Kernel):
    """Reaction term of ``d eta/dt = -I_BV``.

    Weak form: ``(I_BV, v)``. The rate is negative where metal is deposited. It is the property of a material
    such as `ButlerVolmerRate`.

    I_BV: reaction rate [1/time]. Source: L. Chen et al., J. Power Sources 300 (2015) 376; Gao et al., Adv.
    Energy Mater. 14 (2024) 2304488, (12), (14).
    """

    parameters = (Param("rate_name", PROPERTY, "I_BV", doc="reaction rate", unit="1/time"),)

    def value(self, q: Points) -> Any:
        return q.property(self.p.rate_name)
