"""[Kernels/TensorMechanics]: equilibrium in all directions."""

from __future__ import annotations

from typing import ClassVar

from alces.hit import Node
from alces.params import BLOCKS, STRINGS, Param
from alces.physics import Action
from alces_mechanics.deck import STRESS_DIVERGENCE, add, coord_type
from alces_mechanics.options import (
    BASE_NAME,
    EIGENSTRAIN_TEMPERATURE,
    EQUILIBRIUM_DISPLACED,
    LOCKING_CORRECTION,
    SAVE_IN_EACH,
    check_displaced_mesh,
    check_displacements,
    check_locking_correction,
    check_save_in,
)


class StressDivergenceAction(Action):
    """Adds a StressDivergenceTensors kernel for every displacement."""

    syntax: ClassVar[tuple[str, ...]] = ("Kernels/TensorMechanics", "Kernels/SolidMechanics")
    parameters: ClassVar[tuple[Param, ...]] = (
        Param("displacements", STRINGS, doc="displacements in x, y, z"),
        Param("block", BLOCKS, (), doc="blocks (subdomains) where the kernels act; default: all"),
        BASE_NAME,
        EQUILIBRIUM_DISPLACED,
        LOCKING_CORRECTION,
        SAVE_IN_EACH,
        EIGENSTRAIN_TEMPERATURE,
        Param("eigenstrain_names", STRINGS, (), doc="accepted: eigenstrains that depend on the temperature"),
    )

    def setup(self) -> None:
        check_displacements(self)
        check_displaced_mesh(self)
        check_locking_correction(self)
        check_save_in(self)

    def expand(self, deck: Node) -> None:
        for i, variable in enumerate(self.p.displacements):
            add(
                deck,
                f"Kernels/{self.name}_{i}",
                self.p.location_of(),
                type=STRESS_DIVERGENCE.get(coord_type(deck), STRESS_DIVERGENCE["XYZ"]),
                variable=variable,
                component=i,
                displacements=self.p.displacements,
                block=self.p.block,
                base_name=self.p.base_name,
                volumetric_locking_correction=self.p.volumetric_locking_correction,
                save_in=self.p.save_in[i : i + 1],
                use_displaced_mesh=self.p.use_displaced_mesh,
            )
