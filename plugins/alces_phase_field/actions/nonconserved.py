"""[Modules/PhaseField/Nonconserved]: the Allen-Cahn equation."""

from __future__ import annotations

from typing import ClassVar

from alces.hit import Node
from alces.params import BLOCKS, BOOLEAN, COUPLEDS, PROPERTY, REAL, STRING, Param
from alces.physics import Action

from alces_phase_field.deck import add


class Nonconserved(Action):
    """Adds a variable and its equation: TimeDerivative, AllenCahn, ACInterface. Same as MOOSE's action.

    Source: S. M. Allen, J. W. Cahn, Acta Metall. 27 (1979) 1085.
    """

    syntax: ClassVar[tuple[str, ...]] = (
        "Modules/PhaseField/Nonconserved/*", "Physics/PhaseField/Nonconserved/*",
    )
    parameters: ClassVar[tuple[Param, ...]] = (
        Param("free_energy", PROPERTY, doc="free energy density", unit="energy/volume"),
        Param("kappa", PROPERTY, "kappa_op", doc="gradient energy coefficient", unit="energy/length"),
        Param("mobility", PROPERTY, "L", doc="mobility L", unit="volume/(energy time)"),
        Param("variable_mobility", BOOLEAN, True, doc="whether the mobility may depend on variables"),
        Param("coupled_variables", COUPLEDS, (), doc="further variables of energy and mobility",
              aliases=("args",)),
        Param("family", STRING, "LAGRANGE", doc="finite-element family"),
        Param("order", STRING, "FIRST", doc="polynomial order"),
        Param("scaling", REAL, 1.0, doc="factor of the equation in the residual norm"),
        Param("implicit", BOOLEAN, True, doc="false: evaluate at the old time, but for the time derivative"),
        Param("block", BLOCKS, (), doc="blocks where the equation holds; default: all"),
    )

    def expand(self, deck: Node) -> None:
        p, name, where = self.p, self.name, self.p.location_of()
        add(deck, f"Variables/{name}", where, family=p.family, order=p.order, scaling=p.scaling,
            block=p.block)
        shared = {"variable": name, "block": p.block}
        coupled = {"mob_name": p.mobility, "coupled_variables": p.coupled_variables,
                   "implicit": p.implicit}
        add(deck, f"Kernels/d{name}_dt", where, type="TimeDerivative", **shared)
        add(deck, f"Kernels/ACBulk_{name}", where, type="AllenCahn", f_name=p.free_energy,
            **shared, **coupled)
        add(deck, f"Kernels/ACInterface_{name}", where, type="ACInterface", kappa_name=p.kappa,
            variable_L=p.variable_mobility, **shared, **coupled)
