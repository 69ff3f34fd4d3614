"""[ICs/PolycrystalICs/PolycrystalVoronoiVoidIC]: grains with voids on their boundaries."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.hit import Node
from alces.params import BOOLEAN, FILE, INTEGER, REAL, USER_OBJECT, Choice, Param

from alces_phase_field.actions.each_grain import EachGrain
from alces_phase_field.periodic import find_periodic_axes


class PolycrystalVoronoiVoid(EachGrain):
    """Sets all order parameters by the initial condition of the same name. Same as MOOSE's action.

    It tells the user object along which axes the order parameters are periodic.
    """

    syntax: ClassVar[tuple[str, ...]] = ("ICs/PolycrystalICs/PolycrystalVoronoiVoidIC",)
    parameters = (
        Param("polycrystal_ic_uo", USER_OBJECT, doc="the grain structure, a PolycrystalVoronoi object"),
        Param("numbub", INTEGER, doc="number of voids"),
        Param("bubspac", REAL, doc="smallest distance of voids", unit="length"),
        Param("radius", REAL, doc="mean radius", unit="length"),
        Param("radius_variation", REAL, 0.0, doc="variation of the radius"),
        Param("radius_variation_type", Choice("uniform", "normal", "none"), "none",
              doc="distribution of the radii"),
        Param("rand_seed", INTEGER, 12345, doc="another seed, other voids"),
        Param("max_num_tries", INTEGER, 1000, doc="random places that are tried for a void",
              aliases=("numtries",)),
        Param("invalue", REAL, doc="value of the void's variable inside"),
        Param("outvalue", REAL, doc="value of the void's variable outside"),
        Param("int_width", REAL, 0.0, doc="width of the transition", unit="length"),
        Param("3D_spheres", BOOLEAN, True, doc="spheres in three dimensions; false for columns along z"),
        Param("profile", Choice("COS", "TANH"), "COS", doc="shape of the transition"),
        Param("columnar_3D", BOOLEAN, False, doc="accepted for MOOSE's decks: the grain structure says it"),
        Param("file_name", FILE, "", doc="accepted for MOOSE's decks: the grain structure says it"),
    )
    ic = "PolycrystalVoronoiVoidIC"

    def given(self) -> dict[str, Any]:
        left_out = ("op_num", "var_name_base", "block", "columnar_3D", "file_name")
        passed = {name: value for name, value in self.p.as_dict().items() if name not in left_out}
        return {**passed, "structure_type": "grains", "op_num": self.p.op_num}

    def expand(self, deck: Node) -> None:
        super().expand(deck)
        find_periodic_axes(self, deck)
