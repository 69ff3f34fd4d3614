"""What all elasticity materials share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.params import FUNCTION, Param
from alces.physics import Material, Points

from alces_mechanics.elasticity import Stiffness, mixture
from alces_mechanics.options import BASE_NAME, prefixed


class ElasticityMaterial(Material):
    """Base of materials that provide the property `elasticity_tensor`, a `Stiffness`."""

    parameters: ClassVar[tuple[Param, ...]] = (
        BASE_NAME,
        Param("elasticity_tensor_prefactor", FUNCTION, None, doc="factor over space and time", unit="1"),
    )

    def provides(self) -> Mapping[str, str]:
        return {prefixed(self.p.base_name, "elasticity_tensor"): "stiffness"}

    def stiffness(self, q: Points) -> Stiffness:
        """The elastic law at the points."""
        raise NotImplementedError(f"{type(self).__name__} defines no stiffness")

    def properties(self, q: Points) -> Mapping[str, Any]:
        stiffness, factor = self.stiffness(q), self.p.elasticity_tensor_prefactor
        if factor is not None:
            stiffness = mixture([stiffness], [q.function(factor)])
        return {prefixed(self.p.base_name, "elasticity_tensor"): stiffness}
