"""[Modules/PhaseField/Conserved]: the Cahn-Hilliard equation."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.hit import Location, Node
from alces.params import BLOCKS, COUPLEDS, PROPERTY, REAL, STRING, Choice, Param
from alces.physics import Action

from alces_phase_field.deck import add


class Conserved(Action):
    """Adds a concentration and its equation ``dc/dt = div(M grad(dF/dc - div(kappa grad c)))``.

    ``REVERSE_SPLIT``: the equation of c defines the chemical potential ``chem_pot_<c>``, whose own equation
    is the balance of c. ``FORWARD_SPLIT``: the equation of c is its balance. ``DIRECT``: fourth-order, no
    potential. Same as MOOSE's action. Source: J. W. Cahn, J. E. Hilliard, J. Chem. Phys. 28 (1958) 258.
    """

    syntax: ClassVar[tuple[str, ...]] = ("Modules/PhaseField/Conserved/*", "Physics/PhaseField/Conserved/*")
    parameters: ClassVar[tuple[Param, ...]] = (
        Param("solve_type", Choice("DIRECT", "REVERSE_SPLIT", "FORWARD_SPLIT"), doc="form of the equation"),
        Param("free_energy", PROPERTY, doc="free energy density", unit="energy/volume"),
        Param("kappa", PROPERTY, doc="gradient energy coefficient", unit="energy length^2/volume"),
        Param("mobility", PROPERTY, doc="mobility M", unit="length^2 volume/(energy time)"),
        Param("coupled_variables", COUPLEDS, (), doc="further variables of energy and mobility",
              aliases=("args",)),
        Param("family", STRING, None, doc="finite-element family; default: LAGRANGE, for DIRECT: HERMITE"),
        Param("order", STRING, None, doc="polynomial order; default: FIRST, for DIRECT: THIRD"),
        Param("scaling", REAL, 1.0, doc="factor of the equations in the residual norm"),
        Param("block", BLOCKS, (), doc="blocks where the equation holds; default: all"),
    )

    def expand(self, deck: Node) -> None:
        p, where = self.p, self.p.location_of()
        family, order = ("HERMITE", "THIRD") if p.solve_type == "DIRECT" else ("LAGRANGE", "FIRST")
        potential = f"chem_pot_{self.name}"
        for name in (self.name,) if p.solve_type == "DIRECT" else (self.name, potential):
            add(deck, f"Variables/{name}", where, family=p.family or family, order=p.order or order,
                scaling=p.scaling, block=p.block)
        terms = {"DIRECT": self._direct, "REVERSE_SPLIT": self._reverse, "FORWARD_SPLIT": self._forward}
        for name, parameters in terms[p.solve_type](self.name, potential).items():
            self._kernel(deck, where, name, **parameters)

    def _kernel(self, deck: Node, where: Location | None, name: str, /, **parameters: Any) -> None:
        add(deck, f"Kernels/{name}", where, block=self.p.block, **parameters)

    def _direct(self, c: str, potential: str) -> dict[str, dict[str, Any]]:
        p = self.p
        coupled = {"mob_name": p.mobility, "coupled_variables": p.coupled_variables}
        return {
            f"d{c}_dt": {"type": "TimeDerivative", "variable": c},
            f"CHBulk_{c}": {"type": "CahnHilliard", "variable": c, "f_name": p.free_energy, **coupled},
            f"CHInterface_{c}": {"type": "CHInterface", "variable": c, "kappa_name": p.kappa, **coupled},
        }

    def _reverse(self, c: str, potential: str) -> dict[str, dict[str, Any]]:
        p = self.p
        return {
            f"CoupledTimeDerivative_{c}": {"type": "CoupledTimeDerivative", "variable": potential, "v": c},
            f"SplitCHWRes_{c}": {"type": "SplitCHWRes", "variable": potential, "mob_name": p.mobility,
                                 "coupled_variables": p.coupled_variables},
            f"SplitCHParsed_{c}": {"type": "SplitCHParsed", "variable": c, "w": potential,
                                   "f_name": p.free_energy, "kappa_name": p.kappa,
                                   "coupled_variables": p.coupled_variables},
        }

    def _forward(self, c: str, potential: str) -> dict[str, dict[str, Any]]:
        p = self.p
        return {
            f"d{c}_dt": {"type": "TimeDerivative", "variable": c},
            f"MatDiffusion_{c}": {"type": "MatDiffusion", "variable": c, "v": potential,
                                  "diffusivity": p.mobility},
            f"MatDiffusion_{potential}": {"type": "MatDiffusion", "variable": potential, "v": c,
                                          "diffusivity": p.kappa},
            f"CoupledMaterialDerivative_{c}": {"type": "CoupledMaterialDerivative", "variable": potential,
                                               "v": c, "f_name": p.free_energy,
                                               "coupled_variables": p.coupled_variables},
            f"CoefReaction_{c}": {"type": "CoefReaction", "variable": potential, "coefficient": -1.0},
        }
