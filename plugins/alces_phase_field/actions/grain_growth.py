"""[Modules/PhaseField/GrainGrowth]: variables and equations of grain growth."""

from __future__ import annotations

from typing import ClassVar

from alces.hit import Node
from alces.params import BLOCKS, BOOLEAN, COUPLEDS, PROPERTY, REAL, STRING, VARIABLE, Param
from alces.physics import Action

from alces_phase_field.deck import add
from alces_phase_field.grains import OP_NUM, VAR_NAME_BASE, grain_names


class GrainGrowth(Action):
    """Adds order parameters, their TimeDerivative, ACGrGrPoly and ACInterface, and ``bnds``; with `c`
    ACGBPoly.

    ``bnds`` is an auxiliary variable with the values of `BndsCalcAux`. Same as MOOSE's action.
    Source: N. Moelans, B. Blanpain, P. Wollants, Phys. Rev. B 78 (2008) 024113.
    """

    syntax: ClassVar[tuple[str, ...]] = ("Modules/PhaseField/GrainGrowth", "Physics/PhaseField/GrainGrowth")
    parameters: ClassVar[tuple[Param, ...]] = (
        OP_NUM,
        VAR_NAME_BASE,
        Param("family", STRING, "LAGRANGE", doc="finite-element family"),
        Param("order", STRING, "FIRST", doc="polynomial order"),
        Param("scaling", REAL, 1.0, doc="factor of the equations in the residual norm"),
        Param("mobility", PROPERTY, "L", doc="mobility L", unit="volume/(energy time)"),
        Param("kappa", PROPERTY, "kappa_op", doc="gradient energy coefficient", unit="energy/length"),
        Param("c", VARIABLE, None, doc="phase of bubbles that the grains avoid"),
        Param("en_ratio", REAL, 1.0, doc="ratio of surface to grain-boundary energy, with 'c'"),
        Param("coupled_variables", COUPLEDS, (), doc="further variables of the mobility", aliases=("args",)),
        Param("variable_mobility", BOOLEAN, True, doc="whether the mobility may depend on variables"),
        Param("implicit", BOOLEAN, True, doc="false: evaluate at the old time, but for the time derivative"),
        Param("use_automatic_differentiation", BOOLEAN, False,
              doc="accepted for MOOSE's decks: derivatives are always exact"),
        Param("block", BLOCKS, (), doc="blocks where the equations hold; default: all"),
    )

    def expand(self, deck: Node) -> None:
        p, names, where = self.p, grain_names(self), self.p.location_of()
        taken = {"mob_name": p.mobility, "coupled_variables": p.coupled_variables, "implicit": p.implicit}
        for name in names:
            add(deck, f"Variables/{name}", where, family=p.family, order=p.order, scaling=p.scaling,
                block=p.block)
            own = {"variable": name, "block": p.block}
            add(deck, f"Kernels/{name}_TimeDerivative", where, type="TimeDerivative", **own)
            add(deck, f"Kernels/{name}_ACGrGrPoly", where, type="ACGrGrPoly",
                v=tuple(v for v in names if v != name), **own, **taken)
            add(deck, f"Kernels/{name}_ACInterface", where, type="ACInterface", kappa_name=p.kappa,
                variable_L=p.variable_mobility, **own, **taken)
            if p.c:
                add(deck, f"Kernels/{name}_ACGBPoly", where, type="ACGBPoly", c=p.c, en_ratio=p.en_ratio,
                    **own, **taken)
        add(deck, "AuxVariables/bnds", where, family="LAGRANGE", order="FIRST", block=p.block)
        add(deck, "AuxKernels/bnds_BndsCalcAux", where, type="BndsCalcAux", variable="bnds", v=names,
            block=p.block, execute_on="INITIAL TIMESTEP_END")
