"""Isotropic elasticity with moduli that depend on fields."""

from __future__ import annotations

from typing import ClassVar

from alces.params import COUPLEDS, PROPERTY, Param
from alces.physics import Points
from alces_mechanics.elasticity import IsotropicStiffness
from alces_mechanics.elasticity_material import ElasticityMaterial


class ComputeVariableIsotropicElasticityTensor(ElasticityMaterial):
    """Isotropic `elasticity_tensor` from material properties, e.g. Young's moduli that depend on the
    phase."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("youngs_modulus", PROPERTY, doc="Young's modulus", unit="Pa", range="youngs_modulus > 0"),
        Param(
            "poissons_ratio",
            PROPERTY,
            doc="Poisson's ratio",
            unit="1",
            range="poissons_ratio > -1 & poissons_ratio < 0.5",
        ),
        Param(
            "args",
            COUPLEDS,
            (),
            doc="variables that the moduli depend on; may be left out, all derivatives are exact",
            aliases=("coupled_variables",),
        ),
    )

    def stiffness(self, q: Points) -> IsotropicStiffness:
        return IsotropicStiffness.from_young(
            q.property(self.p.youngs_modulus), q.property(self.p.poissons_ratio)
        )
