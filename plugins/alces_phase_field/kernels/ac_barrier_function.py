"""Allen-Cahn term of a barrier height that depends on the variable."""
from __future__ import annotations

from typing import Any

from alces.params import PROPERTY, VARIABLES, Param
from alces.physics import Kernel, Points, derivative_name


class ACBarrierFunction(Kernel):
    """Driving force from ``F = mu f0`` where the property ``mu`` depends on the variable u.

    Weak form: ``(L dmu/du f0, test)`` with, over u and the `v` (the eta_i), ``f0 = 1/4 + sum_i (eta_i^4/4 -
    eta_i^2/2) + gamma sum_{i<j} eta_i^2 eta_j^2``. ``dmu/du`` is a derivative property.

    Symbols: L mobility [volume/(energy time)], mu barrier [energy/volume], gamma profile coefficient [1].
    Source: N. Moelans, B. Blanpain, P. Wollants, Phys. Rev. B 78 (2008) 024113. Same term as MOOSE's.
    """

    parameters = (
        Param("v", VARIABLES, doc="the other order parameters"),
        Param("mob_name", PROPERTY, "L", doc="mobility L", unit="volume/(energy time)"),
        Param("gamma", PROPERTY, doc="interface profile coefficient gamma"),
        Param("coupled_variables", VARIABLES, (), aliases=("args",),
              doc="further variables of the properties; changes nothing, partials come by themselves"),
    )

    def setup(self) -> None:
        self._slope = derivative_name("mu", self.p.variable)

    def value(self, q: Points) -> Any:
        squares = [q.value(name) ** 2 for name in (self.p.variable, *self.p.v)]
        wells: Any = 0.25
        crossed: Any = 0.0
        for i, square in enumerate(squares):
            wells = wells + square * (0.25 * square - 0.5)
            for other in squares[:i]:
                crossed = crossed + square * other
        barrier = wells + q.property(self.p.gamma) * crossed
        return q.property(self.p.mob_name) * q.property(self._slope) * barrier
