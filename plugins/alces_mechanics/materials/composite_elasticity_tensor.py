"""Elasticity of a mixture."""

from __future__ import annotations

from typing import ClassVar

from alces.params import COUPLEDS, PROPERTIES, STRINGS, Param
from alces.physics import Points
from alces_mechanics.elasticity import Stiffness, mixture
from alces_mechanics.elasticity_material import ElasticityMaterial
from alces_mechanics.options import prefixed


class CompositeElasticityTensor(ElasticityMaterial):
    """`elasticity_tensor` C = sum_i w_i C_i, with weights w_i such as the interpolation functions of phases.

    An entry of `tensors` is the `base_name` of the material that provides C_i. Source: Voigt's average, Hill,
    Proc. Phys. Soc. A 65 (1952) 349.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("tensors", STRINGS, doc="base names of the elasticity tensors that are mixed"),
        Param("weights", PROPERTIES, doc="weights w_i, one for each", unit="1"),
        Param(
            "args",
            COUPLEDS,
            (),
            doc="variables that the weights depend on; may be left out, all derivatives are exact",
            aliases=("coupled_variables",),
        ),
    )

    def setup(self) -> None:
        if len(self.p.weights) != len(self.p.tensors) or not self.p.tensors:
            raise self.error(
                "weights", f"needs one weight for each of the {len(self.p.tensors)} tensors"
            )

    def stiffness(self, q: Points) -> Stiffness:
        tensors = [q.property(prefixed(name, "elasticity_tensor")) for name in self.p.tensors]
        return mixture(tensors, [q.property(w) for w in self.p.weights])
