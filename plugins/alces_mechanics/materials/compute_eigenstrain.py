"""Stress-free strain of given shape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.params import COUPLEDS, NAME, PROPERTY, REALS, Param
from alces.physics import Material, Points
from alces_mechanics.options import BASE_NAME, prefixed
from alces_mechanics.tensor_lists import tensor_from


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
        self._base = tensor_from(self, "eigen_base")

    def provides(self) -> Mapping[str, str]:
        return {prefixed(self.p.base_name, self.p.eigenstrain_name): "tensor"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        return {
            prefixed(self.p.base_name, self.p.eigenstrain_name): self._base * q.property(self.p.prefactor)
        }
