"""Common part of the actions that set every order parameter of a polycrystal."""
from __future__ import annotations

from typing import Any, ClassVar

from alces.hit import Node
from alces.params import BLOCKS, Param
from alces.physics import Action

from alces_phase_field.deck import add
from alces_phase_field.grains import OP_NUM, VAR_NAME_BASE, grain_names


class EachGrain(Action):
    """Adds one initial condition of the type `ic` for each order parameter, with its number as `op_index`."""

    ic: ClassVar[str] = ""
    parameters: ClassVar[tuple[Param, ...]] = (
        OP_NUM,
        VAR_NAME_BASE,
        Param("block", BLOCKS, (), doc="blocks where they are set; default: all"),
    )

    def given(self) -> dict[str, Any]:
        """Further parameters of the initial conditions."""
        raise NotImplementedError(f"{type(self).__name__} gives no parameters")

    def expand(self, deck: Node) -> None:
        for index, name in enumerate(grain_names(self)):
            add(deck, f"ICs/{self.name}_{name}", self.p.location_of(), type=self.ic, variable=name,
                op_index=index, block=self.p.block, **self.given())
