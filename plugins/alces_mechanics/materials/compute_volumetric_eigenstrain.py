"""Eigenstrain of a change of volume."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.ad import identity, log
from alces.params import COUPLEDS, NAME, PROPERTIES, Param
from alces.physics import Material, Points
from alces_mechanics.options import BASE_NAME, prefixed


class ComputeVolumetricEigenstrain(Material):
    """Eigenstrain log(1 + v)/3 I of the relative change of volume v, a sum of scalar properties.

    It is the logarithmic strain in each direction of a body that swells freely from volume 1 to 1 + v.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        BASE_NAME,
        Param("volumetric_materials", PROPERTIES, doc="properties whose sum is v", unit="1"),
        Param(
            "eigenstrain_name",
            NAME,
            doc="name of the eigenstrain, for `eigenstrain_names` of strain materials",
        ),
        Param(
            "args",
            COUPLEDS,
            (),
            doc="variables that v depends on; may be left out, all derivatives are exact",
            aliases=("coupled_variables",),
        ),
    )

    def setup(self) -> None:
        self._name = prefixed(self.p.base_name, self.p.eigenstrain_name)

    def provides(self) -> Mapping[str, str]:
        return {self._name: "tensor"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        change: Any = 0.0
        for name in self.p.volumetric_materials:
            change = change + q.property(name)
        return {self._name: identity * (log(1.0 + change) * (1.0 / 3.0))}
