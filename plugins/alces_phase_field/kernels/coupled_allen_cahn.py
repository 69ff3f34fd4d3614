"""Allen-Cahn driving force of another variable."""
from __future__ import annotations

from typing import Any

from alces.params import PROPERTY, VARIABLE, VARIABLES, Param
from alces.physics import Kernel, Points

from alces_phase_field.slopes import slope_of


class CoupledAllenCahn(Kernel):
    """Driving force ``L dF/dw`` with w another variable than the one whose equation this is.

    Weak form: ``(L dF/dw, test)``. F comes from a material that also provides ``dF/d<v>``.

    Symbols: L mobility [volume/(energy time)], F free energy density [energy/volume]. Source: S. M. Allen,
    J. W. Cahn, Acta Metall. 27 (1979) 1085. Same term as MOOSE's.
    """

    parameters = (
        Param("mob_name", PROPERTY, "L", doc="mobility L", unit="volume/(energy time)"),
        Param("f_name", PROPERTY, doc="free energy density F", unit="energy/volume"),
        Param("v", VARIABLE, doc="variable w that F is derived by"),
        Param("coupled_variables", VARIABLES, (), aliases=("args",),
              doc="further variables of the properties; changes nothing, partials come by themselves"),
    )

    def setup(self) -> None:
        self._slope = slope_of(self, self.p.f_name, "f_name", self.p.v)

    def value(self, q: Points) -> Any:
        return q.property(self.p.mob_name) * q.property(self._slope)
