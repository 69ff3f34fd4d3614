"""[ICs/PolycrystalICs/BicrystalBoundingBoxIC]: a box-shaped grain in another one."""

from __future__ import annotations

from typing import ClassVar

from alces.hit import Node
from alces.params import BLOCKS, REAL, Param
from alces.physics import Action

from alces_phase_field.deck import add
from alces_phase_field.grains import OP_NUM, VAR_NAME_BASE, grain_names


class BicrystalBoundingBoxIC(Action):
    """Sets the first of two order parameters to 1 in a box along the axes, the second to 1 around it.

    Same as MOOSE's action.
    """

    syntax: ClassVar[tuple[str, ...]] = ("ICs/PolycrystalICs/BicrystalBoundingBoxIC",)
    parameters: ClassVar[tuple[Param, ...]] = (
        OP_NUM,
        VAR_NAME_BASE,
        Param("x1", REAL, doc="smallest x of the box", unit="length"),
        Param("y1", REAL, doc="smallest y of the box", unit="length"),
        Param("z1", REAL, 0.0, doc="smallest z of the box", unit="length"),
        Param("x2", REAL, doc="largest x of the box", unit="length"),
        Param("y2", REAL, doc="largest y of the box", unit="length"),
        Param("z2", REAL, 0.0, doc="largest z of the box", unit="length"),
        Param("block", BLOCKS, (), doc="blocks where it is set; default: all"),
    )

    def setup(self) -> None:
        if len(grain_names(self)) != 2:
            raise self.error("op_num", "must be 2 for a bicrystal")

    def expand(self, deck: Node) -> None:
        p = self.p
        for name, inside in zip(grain_names(self), (1.0, 0.0), strict=True):
            add(deck, f"ICs/{self.name}_{name}", p.location_of(), type="BoundingBoxIC", variable=name,
                x1=p.x1, y1=p.y1, z1=p.z1, x2=p.x2, y2=p.y2, z2=p.z2, block=p.block,
                inside=inside, outside=1.0 - inside)
