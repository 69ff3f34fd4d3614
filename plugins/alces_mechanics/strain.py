"""What all small-strain materials share: the strain of a displacement field and the sum of eigenstrains."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar

from alces.ad import Tensor, Vector, where
from alces.params import COUPLED, Choice, Param
from alces.physics import Material, Points

from alces_mechanics.locking import mean_dilatation
from alces_mechanics.options import (
    AXES,
    BASE_NAME,
    DISPLACEMENTS,
    EIGENSTRAINS,
    LOCKING_CORRECTION,
    check_coordinates,
    check_displacements,
    check_locking_correction,
    prefixed,
)


def symmetric_gradient(rows: Iterable[Any]) -> Tensor:
    """Small strain (grad u + grad u^T)/2 from the gradients of the displacements, at most three of them."""
    padded = [*rows, *[(0.0, 0.0, 0.0)] * 3][:3]
    return Tensor(padded).symmetric_part()


class StrainMaterial(Material):
    """Base of materials that provide `total_strain` and `mechanical_strain` (total minus eigenstrains)."""

    parameters: ClassVar[tuple[Param, ...]] = (BASE_NAME, DISPLACEMENTS, EIGENSTRAINS, LOCKING_CORRECTION)
    coord_type: ClassVar[str] = "XYZ"

    def setup(self) -> None:
        check_displacements(self)
        check_locking_correction(self)

    def named(self, name: str) -> str:
        """The property's name with the prefix of this material."""
        return prefixed(self.p.base_name, name)

    def provides(self) -> Mapping[str, str]:
        return {self.named("total_strain"): "tensor", self.named("mechanical_strain"): "tensor"}

    def strain(self, q: Points, gradient: Callable[[Any], Vector], value: Callable[[Any], Any]) -> Tensor:
        """Strain from what gives the gradient and value of a variable, or those of its increment."""
        check_coordinates(self, q, self.coord_type)
        return symmetric_gradient(gradient(u) for u in self.p.displacements)

    def corrected(self, q: Points, strain: Tensor) -> Tensor:
        """The strain, or its increment, as elements that do not lock have it."""
        return mean_dilatation(q, strain) if self.p.volumetric_locking_correction else strain

    def without_eigenstrains(self, q: Points, total: Tensor) -> Tensor:
        """The part of the total strain that is not an eigenstrain: elastic plus inelastic."""
        for name in self.p.eigenstrain_names:
            total = total - q.property(self.named(name))
        return total

    def properties(self, q: Points) -> Mapping[str, Any]:
        total = self.corrected(q, self.strain(q, q.grad, q.value))
        return {
            self.named("total_strain"): total,
            self.named("mechanical_strain"): self.without_eigenstrains(q, total),
        }


class PlaneStrain(StrainMaterial):
    """Base of plane-strain materials: the strain out of the plane is zero or that of a given variable."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("out_of_plane_direction", Choice(*AXES), "z", doc="the direction normal to the plane"),
        Param("out_of_plane_strain", COUPLED, 0.0, doc="normal strain in that direction", unit="1"),
    )

    def strain(self, q: Points, gradient: Callable[[Any], Vector], value: Callable[[Any], Any]) -> Tensor:
        t = super().strain(q, gradient, value)
        out = AXES.index(self.p.out_of_plane_direction)
        rows = [[0.0 if out in (i, j) else t[i, j] for j in range(3)] for i in range(3)]
        rows[out][out] = value(self.p.out_of_plane_strain)
        return Tensor(rows)


class AxisymmetricStrain(StrainMaterial):
    """Base of axisymmetric strains: displacements along r = x and along the axis z = y of symmetry.

    Components: 0 is r, 1 the axis, 2 the hoop, with the strain u_r/r (zero on the axis itself).
    """

    coord_type = "RZ"

    def setup(self) -> None:
        super().setup()
        if len(self.p.displacements) != 2:
            raise self.error("displacements", f"needs two: along r and z, not {len(self.p.displacements)}")

    def strain(self, q: Points, gradient: Callable[[Any], Vector], value: Callable[[Any], Any]) -> Tensor:
        plane = super().strain(q, gradient, value)
        return plane + Tensor.diagonal(0.0, 0.0, over_radius(q, value(self.p.displacements[0])))


class RadialStrain(StrainMaterial):
    """Base of strains that depend on the radius r = x alone: one displacement, along r."""

    def setup(self) -> None:
        super().setup()
        if len(self.p.displacements) != 1:
            raise self.error("displacements", f"needs one: along r, not {len(self.p.displacements)}")


class AxisymmetricLineStrain(RadialStrain):
    """Base of axisymmetric strains that depend on r = x alone: one displacement, along r.

    Components: 0 is r, 1 the axis, whose strain is given, 2 the hoop, with the strain u_r/r.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("out_of_plane_strain", COUPLED, 0.0, doc="normal strain along the axis", unit="1"),
    )
    coord_type = "RZ"

    def strain(self, q: Points, gradient: Callable[[Any], Vector], value: Callable[[Any], Any]) -> Tensor:
        radial = super().strain(q, gradient, value)
        hoop = over_radius(q, value(self.p.displacements[0]))
        return radial + Tensor.diagonal(0.0, value(self.p.out_of_plane_strain), hoop)


class SphericalStrain(RadialStrain):
    """Base of strains with spherical symmetry: one displacement along r = x; the other normal strains are
    u_r/r (zero in the centre itself)."""

    coord_type = "RSPHERICAL"

    def strain(self, q: Points, gradient: Callable[[Any], Vector], value: Callable[[Any], Any]) -> Tensor:
        radial = super().strain(q, gradient, value)
        around = over_radius(q, value(self.p.displacements[0]))
        return radial + Tensor.diagonal(0.0, around, around)


def over_radius(q: Points, a: Any) -> Any:
    """a / r with r = x; zero where r is."""
    apart = q.x > 0.0
    return where(apart, a / where(apart, q.x, 1.0), 0.0)


class IncrementalStrain(StrainMaterial):
    """Base of materials that add up strain increments; they provide `strain_increment` (without eigenstrains)
    as well."""

    def provides(self) -> Mapping[str, str]:
        return {**super().provides(), self.named("strain_increment"): "tensor"}

    def state(self) -> Mapping[str, Any]:
        return {self.named("total_strain"): Tensor.zero(), self.named("mechanical_strain"): Tensor.zero()}

    def properties(self, q: Points) -> Mapping[str, Any]:
        increment = self.strain(q, lambda u: q.grad(u) - q.grad_old(u), lambda u: q.value(u) - q.old(u))
        total = q.state(self.named("total_strain")) + self.corrected(q, increment)
        mechanical = self.without_eigenstrains(q, total)
        return {
            self.named("total_strain"): total,
            self.named("mechanical_strain"): mechanical,
            self.named("strain_increment"): mechanical - q.state(self.named("mechanical_strain")),
        }
