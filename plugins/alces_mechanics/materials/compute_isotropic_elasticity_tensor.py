"""Isotropic elasticity with constant moduli."""

from __future__ import annotations

from typing import ClassVar

from alces.params import REAL, Param
from alces.physics import Points
from alces_mechanics.elasticity import IsotropicStiffness
from alces_mechanics.elasticity_material import ElasticityMaterial
from alces_mechanics.moduli import NAMES, lame_and_shear


class ComputeIsotropicElasticityTensor(ElasticityMaterial):
    """Isotropic `elasticity_tensor` from any two elastic constants."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("youngs_modulus", REAL, None, doc="Young's modulus", unit="Pa", range="youngs_modulus > 0"),
        Param(
            "poissons_ratio",
            REAL,
            None,
            doc="Poisson's ratio",
            unit="1",
            range="poissons_ratio > -1 & poissons_ratio < 0.5",
        ),
        Param("bulk_modulus", REAL, None, doc="bulk modulus", unit="Pa", range="bulk_modulus > 0"),
        Param("shear_modulus", REAL, None, doc="shear modulus", unit="Pa", range="shear_modulus > 0"),
        Param("lambda", REAL, None, doc="Lame's first constant", unit="Pa"),
    )

    def setup(self) -> None:
        values = self.p.as_dict()
        given = {name: values[name] for name in NAMES if values[name] is not None}
        try:
            self._stiffness = IsotropicStiffness(*lame_and_shear(given))
        except ValueError as error:
            raise self.error(next(iter(given), ""), str(error)) from None

    def stiffness(self, q: Points) -> IsotropicStiffness:
        return self._stiffness
