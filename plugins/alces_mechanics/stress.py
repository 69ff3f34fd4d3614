"""What all stress materials share: the strain they start from and the closure of plane stress."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.ad import Tensor
from alces.params import STRINGS, Param
from alces.physics import Material, Points

from alces_mechanics.elasticity import IsotropicStiffness, Stiffness
from alces_mechanics.options import BASE_NAME, PLANE_STRESS, prefixed

EXTRA_STRESS = Param(
    "extra_stress_names", STRINGS, (), doc="tensor properties that are added to the stress", unit="Pa"
)


class StressMaterial(Material):
    """Base of materials that provide `stress` and `elastic_strain`."""

    parameters: ClassVar[tuple[Param, ...]] = (BASE_NAME,)

    def named(self, name: str) -> str:
        """The property's name with the prefix of this material."""
        return prefixed(self.p.base_name, name)

    def provides(self) -> Mapping[str, str]:
        return {self.named("stress"): "tensor", self.named("elastic_strain"): "tensor"}

    def stiffness(self, q: Points) -> Stiffness:
        """The elastic law at the points."""
        return q.property(self.named("elasticity_tensor"))

    def with_extra(self, q: Points, stress: Tensor) -> Tensor:
        """The stress and those of `extra_stress_names`."""
        for name in self.p.extra_stress_names:
            stress = stress + q.property(self.named(name))
        return stress

    def isotropic_stiffness(self, q: Points) -> IsotropicStiffness:
        """The elastic law, which has to be isotropic."""
        stiffness = self.stiffness(q)
        if not isinstance(stiffness, IsotropicStiffness):
            raise self.error(
                "",
                "the return to the yield surface needs an isotropic elasticity tensor, e.g. "
                "ComputeIsotropicElasticityTensor or fill_method = symmetric_isotropic",
            )
        return stiffness


class InelasticModel(StressMaterial):
    """Base of the models that ComputeMultipleInelasticStress names.

    They may have a `base_name` for their own strains alone; then strain and elasticity have none.
    """

    def given(self, q: Points, name: str) -> Any:
        """A property of the strain or elasticity material."""
        return q.property(self.named(name) if q.has_property(self.named(name)) else name)

    def stiffness(self, q: Points) -> Stiffness:
        return self.given(q, "elasticity_tensor")


class PlanarStressMaterial(StressMaterial):
    """Base of stress materials that can also work in plane stress.

    In plane stress the strain out of the plane follows from the stress, so these materials (not the strain
    material) provide `total_strain` and `mechanical_strain` then.
    """

    parameters: ClassVar[tuple[Param, ...]] = (PLANE_STRESS,)

    def provides(self) -> Mapping[str, str]:
        completed = ("total_strain", "mechanical_strain") if self.p.plane_stress else ()
        return {**super().provides(), **{self.named(name): "tensor" for name in completed}}

    def mechanical_strain(self, q: Points) -> Tensor:
        """Strain minus eigenstrains; in plane stress only its components in the plane."""
        if not self.p.plane_stress:
            return q.property(self.named("mechanical_strain"))
        t = q.property(self.named("in_plane_mechanical_strain"))
        return Tensor.symmetric(t[0, 0], t[1, 1], 0.0, xy=t[0, 1])

    def completed_strains(self, q: Points, zz: Any) -> Mapping[str, Tensor]:
        """Total and mechanical strain in plane stress, given the mechanical strain out of the plane."""
        if not self.p.plane_stress:
            return {}
        mechanical = q.property(self.named("in_plane_mechanical_strain"))
        missing = Tensor.diagonal(0.0, 0.0, zz - mechanical[2, 2])
        return {
            self.named("total_strain"): q.property(self.named("in_plane_strain")) + missing,
            self.named("mechanical_strain"): mechanical + missing,
        }
