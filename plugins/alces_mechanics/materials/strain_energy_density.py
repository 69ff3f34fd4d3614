"""Density of strain energy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from alces.ad import Tensor
from alces.params import BOOLEAN, TENSOR_PROPERTY, Param
from alces.physics import Material, Points
from alces_mechanics.options import BASE_NAME, prefixed


class StrainEnergyDensity(Material):
    """`strain_energy_density`: stress : mechanical_strain / 2, or the work (stress + old stress)/2 :
    strain_increment added up over the steps, if the strain material provides increments [J/m^3]."""

    parameters: ClassVar[tuple[Param, ...]] = (
        BASE_NAME,
        Param("stress_name", TENSOR_PROPERTY, "stress", doc="the stress", unit="Pa"),
        Param(
            "incremental", BOOLEAN, None, doc="whether strain increments are expected; a check, no more"
        ),
    )

    def setup(self) -> None:
        self._energy = prefixed(self.p.base_name, "strain_energy_density")
        self._stress = prefixed(self.p.base_name, self.p.stress_name)
        self._increment = prefixed(self.p.base_name, "strain_increment")
        self._kept = f"{self._energy}:stress"

    def provides(self) -> Mapping[str, str]:
        return {self._energy: "scalar", self._kept: "tensor"}

    def state(self) -> Mapping[str, Any]:
        return {self._energy: 0.0, self._kept: Tensor.zero()}

    def properties(self, q: Points) -> Mapping[str, Any]:
        incremental, stress = q.has_property(self._increment), q.property(self._stress)
        if self.p.incremental not in (None, incremental):
            raise self.error(
                "incremental", f"the strain material provides {'' if incremental else 'no '}increments"
            )
        if incremental:
            work = (stress + q.state(self._kept)).ddot(q.property(self._increment))
            energy = q.state(self._energy) + 0.5 * work
        else:
            energy = 0.5 * stress.ddot(q.property(prefixed(self.p.base_name, "mechanical_strain")))
        return {self._energy: energy, self._kept: stress}
