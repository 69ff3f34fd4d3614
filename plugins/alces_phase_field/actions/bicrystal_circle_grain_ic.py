"""[ICs/PolycrystalICs/BicrystalCircleGrainIC]: a round grain in another one."""

from __future__ import annotations

from typing import ClassVar

from alces.hit import Node
from alces.params import BLOCKS, BOOLEAN, REAL, Choice, Param
from alces.physics import Action

from alces_phase_field.deck import add
from alces_phase_field.grains import OP_NUM, VAR_NAME_BASE, grain_names


class BicrystalCircleGrainIC(Action):
    """Sets the first of two order parameters to 1 in a circle (sphere), the second to 1 around it.

    Same as MOOSE's action.
    """

    syntax: ClassVar[tuple[str, ...]] = ("ICs/PolycrystalICs/BicrystalCircleGrainIC",)
    parameters: ClassVar[tuple[Param, ...]] = (
        OP_NUM,
        VAR_NAME_BASE,
        Param("radius", REAL, doc="radius of the grain", unit="length"),
        Param("x", REAL, doc="centre", unit="length"),
        Param("y", REAL, doc="centre", unit="length"),
        Param("z", REAL, 0.0, doc="centre", unit="length"),
        Param("int_width", REAL, 0.0, doc="width of the interface", unit="length"),
        Param("3D_spheres", BOOLEAN, True, doc="a sphere in three dimensions; false: a cylinder along z"),
        Param("profile", Choice("COS", "TANH"), "COS", doc="shape of the transition"),
        Param("block", BLOCKS, (), doc="blocks where it is set; default: all"),
    )

    def setup(self) -> None:
        if len(grain_names(self)) != 2:
            raise self.error("op_num", "must be 2 for a bicrystal")

    def expand(self, deck: Node) -> None:
        p = self.p
        for name, inside in zip(grain_names(self), (1.0, 0.0), strict=True):
            add(deck, f"ICs/{self.name}_{name}", p.location_of(), type="SmoothCircleIC", variable=name,
                x1=p.x, y1=p.y, z1=p.z, radius=p.radius, invalue=inside, outvalue=1.0 - inside,
                int_width=p.int_width, profile=p.profile, block=p.block,
                **{"3D_spheres": getattr(p, "3D_spheres")})
