"""Stress-free strain of given shape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.ad import Tensor
from alces.params import COUPLEDS, NAME, PROPERTY, REALS, Param
from alces.physics import Material, Points
from alces_mechanics.options import BASE_NAME, prefixed


class ComputeEigenstrain(Material):
    """Eigenstrain ``prefactor * eigen_base``.

    `eigen_base` has 1 entry (times the unit tensor), 3 (diagonal), 6 (xx yy zz yz xz xy) or 9 (rows). A phase
    that grows by the volume ratio Omega has ``eigen_base = Omega/3`` and the interpolation function h(eta) as
    its prefactor.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        BASE_NAME,
        Param("eigen_base", REALS, doc="strain at prefactor 1: 1, 3, 6 or 9 entries", unit="1"),
        Param(
            "prefactor",
            PROPERTY,
            1.0,
            doc="factor, e.g. an interpolation function of a phase field",
            unit="1",
        ),
        Param(
            "eigenstrain_name",
            NAME,
            doc="name of the eigenstrain, for `eigenstrain_names` of strain materials",
        ),
        Param(
            "args",
            COUPLEDS,
            (),
            doc="variables that the prefactor depends on; may be left out, all derivatives are exact",
            aliases=("coupled_variables",),
        ),
    )

    def setup(self) -> None:
        base = self.p.eigen_base
        if len(base) == 1:
            self._base = Tensor.diagonal(*base * 3)
        elif len(base) == 3:
            self._base = Tensor.diagonal(*base)
        elif len(base) == 6:
            self._base = Tensor.symmetric(*base)
        elif len(base) == 9:
            xx, xy, xz, yx, yy, yz, zx, zy, zz = base
            if (xy, xz, yz) != (yx, zx, zy):
                raise self.error("eigen_base", "a strain is symmetric, but these nine entries are not")
            self._base = Tensor.symmetric(xx, yy, zz, yz, xz, xy)
        else:
            raise self.error("eigen_base", f"needs 1, 3, 6 or 9 entries, not {len(base)}")

    def provides(self) -> Mapping[str, str]:
        return {prefixed(self.p.base_name, self.p.eigenstrain_name): "tensor"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        return {
            prefixed(self.p.base_name, self.p.eigenstrain_name): self._base * q.property(self.p.prefactor)
        }
