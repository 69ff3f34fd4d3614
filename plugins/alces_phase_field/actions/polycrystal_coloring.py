"""[ICs/PolycrystalICs/PolycrystalColoringIC]: the grains of a user object."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.hit import Node
from alces.params import USER_OBJECT, Param

from alces_phase_field.actions.each_grain import EachGrain
from alces_phase_field.periodic import find_periodic_axes


class PolycrystalColoring(EachGrain):
    """Sets all order parameters by the initial condition of the same name. Same as MOOSE's action.

    It tells the user object along which axes the order parameters are periodic.
    """

    syntax: ClassVar[tuple[str, ...]] = ("ICs/PolycrystalICs/PolycrystalColoringIC",)
    parameters = (
        Param("polycrystal_ic_uo", USER_OBJECT, doc="the grain structure, a PolycrystalVoronoi object"),
    )
    ic = "PolycrystalColoringIC"

    def given(self) -> dict[str, Any]:
        return {"polycrystal_ic_uo": self.p.polycrystal_ic_uo}

    def expand(self, deck: Node) -> None:
        super().expand(deck)
        find_periodic_axes(self, deck)
