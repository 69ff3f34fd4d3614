"""[Kernels/PolycrystalKernel]: grain growth."""

from __future__ import annotations

from typing import ClassVar

from alces.hit import Node
from alces.params import BLOCKS, BOOLEAN, COUPLEDS, REAL, VARIABLE, Param
from alces.physics import Action

from alces_phase_field.deck import add
from alces_phase_field.grains import OP_NUM, VAR_NAME_BASE, grain_names


class PolycrystalKernel(Action):
    """Adds ACGrGrPoly, ACInterface, TimeDerivative and, with `c`, ACGBPoly for every order parameter.

    With ``implicit = false`` all but the time derivative are taken at the old time. Same as MOOSE's action.
    """

    syntax: ClassVar[tuple[str, ...]] = ("Kernels/PolycrystalKernel",)
    parameters: ClassVar[tuple[Param, ...]] = (
        OP_NUM,
        VAR_NAME_BASE,
        Param("c", VARIABLE, None, doc="phase of bubbles that the grains avoid"),
        Param("en_ratio", REAL, 1.0, doc="ratio of surface to grain-boundary energy, with 'c'"),
        Param("coupled_variables", COUPLEDS, (), doc="further variables of the mobility", aliases=("args",)),
        Param("variable_mobility", BOOLEAN, True, doc="whether the mobility may depend on variables"),
        Param("implicit", BOOLEAN, True, doc="false: evaluate at the old time"),
        Param("block", BLOCKS, (), doc="blocks where the kernels act; default: all"),
    )

    def expand(self, deck: Node) -> None:
        names, where = grain_names(self), self.p.location_of()
        for name in names:
            others = tuple(v for v in names if v != name)
            shared = {"variable": name, "block": self.p.block}
            taken = {"coupled_variables": self.p.coupled_variables, "implicit": self.p.implicit}
            add(deck, f"Kernels/ACBulk_{name}", where, type="ACGrGrPoly", v=others, **shared, **taken)
            add(deck, f"Kernels/ACInt_{name}", where, type="ACInterface",
                variable_L=self.p.variable_mobility, **shared, **taken)
            add(deck, f"Kernels/IE_{name}", where, type="TimeDerivative", implicit=True, **shared)
            if self.p.c:
                add(deck, f"Kernels/ACBubInteraction_{name}", where, type="ACGBPoly", c=self.p.c,
                    en_ratio=self.p.en_ratio, **shared, **taken)
