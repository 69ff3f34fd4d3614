"""[Kernels/DynamicTensorMechanics]: stresses in dynamic problems in all directions."""

from __future__ import annotations

from typing import ClassVar

from alces.hit import Node
from alces.params import BOOLEAN, REAL, STRING, Param
from alces_mechanics.actions.stress_divergence_action import StressDivergenceAction
from alces_mechanics.deck import add, coord_type


class DynamicStressDivergenceAction(StressDivergenceAction):
    """Adds a DynamicStressDivergenceTensors kernel for every displacement."""

    syntax: ClassVar[tuple[str, ...]] = ("Kernels/DynamicTensorMechanics", "Kernels/DynamicSolidMechanics")
    parameters: ClassVar[tuple[Param, ...]] = (
        Param(
            "stiffness_damping_coefficient",
            STRING,
            "0",
            doc="damping proportional to stiffness: number or property",
            unit="s",
            aliases=("zeta",),
        ),
        Param("hht_alpha", REAL, 0.0, doc="alpha of the HHT method", aliases=("alpha",)),
        Param("static_initialization", BOOLEAN, False, doc="only false: no static first step"),
    )

    def expand(self, deck: Node) -> None:
        if coord_type(deck) != "XYZ":
            raise self.error("", "dynamics needs Cartesian coordinates")
        for i, variable in enumerate(self.p.displacements):
            add(
                deck,
                f"Kernels/{self.name}_{i}",
                self.p.location_of(),
                type="DynamicStressDivergenceTensors",
                variable=variable,
                component=i,
                displacements=self.p.displacements,
                block=self.p.block,
                base_name=self.p.base_name,
                volumetric_locking_correction=self.p.volumetric_locking_correction,
                save_in=self.p.save_in[i : i + 1],
                use_displaced_mesh=self.p.use_displaced_mesh,
                hht_alpha=self.p.hht_alpha,
                stiffness_damping_coefficient=self.p.stiffness_damping_coefficient,
                static_initialization=self.p.static_initialization,
            )
