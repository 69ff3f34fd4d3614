"""Stress at rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.ad import Tensor, where
from alces.params import COUPLEDS, FUNCTIONS, NAME, Param
from alces.physics import Material, Points
from alces_mechanics.options import BASE_NAME, prefixed


class ComputeEigenstrainFromInitialStress(Material):
    """Eigenstrain -C^-1 : s0 that makes the stress of the undeformed body s0, such as that of rock in place.

    s0_ij is the product of an entry of `initial_stress` and, if given, one of `initial_stress_aux`, of which
    the symmetric part counts. It is what these and C are in the first step and stays the same.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        BASE_NAME,
        Param("initial_stress", FUNCTIONS, doc="initial stress, nine functions by rows", unit="Pa"),
        Param("initial_stress_aux", COUPLEDS, (), doc="nine factors of the initial stress, by rows"),
        Param(
            "eigenstrain_name",
            NAME,
            doc="name of the eigenstrain, for `eigenstrain_names` of strain materials",
        ),
    )

    def setup(self) -> None:
        for name, wanted in (("initial_stress", (9,)), ("initial_stress_aux", (0, 9))):
            if len(getattr(self.p, name)) not in wanted:
                raise self.error(name, f"needs nine entries, not {len(getattr(self.p, name))}")
        self._name = prefixed(self.p.base_name, self.p.eigenstrain_name)
        self._known = f"{self._name}:known"

    def provides(self) -> Mapping[str, str]:
        return {self._name: "tensor", self._known: "scalar"}

    def state(self) -> Mapping[str, Any]:
        return {self._name: Tensor.zero(), self._known: 0.0}

    def properties(self, q: Points) -> Mapping[str, Any]:
        known, kept = q.state(self._known), q.state(self._name)
        first = self._first(q)
        mixed = [[where(known > 0.0, kept[i, j], first[i, j]) for j in range(3)] for i in range(3)]
        return {self._name: Tensor(mixed).symmetric_part(), self._known: 1.0}

    def _first(self, q: Points) -> Tensor:
        """The eigenstrain of the first step."""
        factors = [q.value(a) for a in self.p.initial_stress_aux or (1.0,) * 9]
        nine = [f * q.function(s) for f, s in zip(factors, self.p.initial_stress, strict=True)]
        stress = Tensor([nine[0:3], nine[3:6], nine[6:9]]).symmetric_part()
        try:
            return -q.property(prefixed(self.p.base_name, "elasticity_tensor")).strain(stress)
        except ZeroDivisionError:
            raise self.error("", "the elasticity tensor has no inverse") from None
