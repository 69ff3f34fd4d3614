"""Common part of the grain-growth bulk terms."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import COUPLEDS, PROPERTY, Param
from alces.physics import Kernel, Points


class GrainGrowthBulk(Kernel):
    """``(L mu (eta^3 - eta + 2 eta sum_j gamma_j eta_j^2), v)``, the bulk term of the free energy
    ``mu (sum eta^4/4 - eta^2/2 + sum_{i<j} gamma_ij eta_i^2 eta_j^2)``.

    L: mobility [volume/(energy time)]; mu: energy scale, property ``mu`` [energy/volume]; gamma: property
    [1]. Source: N. Moelans, B. Blanpain, P. Wollants, Phys. Rev. B 78 (2008) 024113, eq. 8.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("v", COUPLEDS, (), doc="the other order parameters"),
        Param("mob_name", PROPERTY, "L", doc="mobility L", unit="volume/(energy time)"),
        Param("coupled_variables", COUPLEDS, (), doc="variables of L (their partials come by themselves)",
              aliases=("args",)),
    )

    def gammas(self) -> list[Any]:
        """The interaction property with each of the other order parameters."""
        raise NotImplementedError(f"{type(self).__name__} names no interaction")

    def value(self, q: Points) -> Any:
        eta = q.value(self.p.variable)
        mixed: Any = 0.0
        for name, gamma in zip(self.p.v, self.gammas(), strict=True):
            other = q.value(name)
            mixed = mixed + q.property(gamma) * (other * other)
        force = eta * (eta * eta - 1.0 + 2.0 * mixed)
        return q.property(self.p.mob_name) * q.property("mu") * force
