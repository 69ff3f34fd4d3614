"""[Variables/PolycrystalVariables]: the order parameters of a polycrystal."""

from __future__ import annotations

from typing import ClassVar

from alces.hit import Node
from alces.params import BLOCKS, REAL, STRING, Param
from alces.physics import Action

from alces_phase_field.deck import add
from alces_phase_field.grains import OP_NUM, VAR_NAME_BASE, grain_names


class PolycrystalVariables(Action):
    """Adds one variable per order parameter, ``gr0, gr1, ...``. Same as MOOSE's action."""

    syntax: ClassVar[tuple[str, ...]] = ("Variables/PolycrystalVariables",)
    parameters: ClassVar[tuple[Param, ...]] = (
        OP_NUM,
        VAR_NAME_BASE,
        Param("family", STRING, "LAGRANGE", doc="finite-element family"),
        Param("order", STRING, "FIRST", doc="polynomial order"),
        Param("scaling", REAL, 1.0, doc="factor of the equations in the residual norm"),
        Param("block", BLOCKS, (), doc="blocks where the variables live; default: all"),
    )

    def expand(self, deck: Node) -> None:
        for name in grain_names(self):
            add(deck, f"Variables/{name}", self.p.location_of(), family=self.p.family, order=self.p.order,
                scaling=self.p.scaling, block=self.p.block)
