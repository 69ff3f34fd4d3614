"""Elastic energy density for output."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import Param
from alces.physics import AuxKernel, Points
from alces_mechanics.options import BASE_NAME, prefixed


class ElasticEnergyAux(AuxKernel):
    """Elastic energy density stress : elastic_strain / 2, in J/m^3."""

    parameters: ClassVar[tuple[Param, ...]] = (BASE_NAME,)

    def value(self, q: Points) -> Any:
        stress = q.property(prefixed(self.p.base_name, "stress"))
        return 0.5 * stress.ddot(q.property(prefixed(self.p.base_name, "elastic_strain")))
