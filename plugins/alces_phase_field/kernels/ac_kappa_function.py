"""Allen-Cahn term of a gradient energy coefficient that depends on the variable."""
from __future__ import annotations

from typing import Any

from alces.params import PROPERTY, VARIABLES, Param
from alces.physics import Kernel, Points

from alces_phase_field.slopes import slope_of


class ACKappaFunction(Kernel):
    """Driving force from ``F = kappa/2 sum_i |grad eta_i|^2`` where kappa depends on the variable u.

    Weak form: ``(L/2 dkappa/du (|grad u|^2 + sum |grad v_i|^2), test)``; ``dkappa/du`` is a derivative
    property.

    Symbols: L mobility [volume/(energy time)], kappa gradient energy coefficient [energy/length]. Source:
    N. Moelans, B. Blanpain, P. Wollants, Phys. Rev. B 78 (2008) 024113. Same term as MOOSE's.
    """

    parameters = (
        Param("mob_name", PROPERTY, "L", doc="mobility L", unit="volume/(energy time)"),
        Param("kappa_name", PROPERTY, "kappa_op", doc="gradient energy coefficient", unit="energy/length"),
        Param("v", VARIABLES, (), doc="the other order parameters"),
    )

    def setup(self) -> None:
        self._slope = slope_of(self, self.p.kappa_name, "kappa_name", self.p.variable)

    def value(self, q: Points) -> Any:
        squares: Any = 0.0
        for name in (self.p.variable, *self.p.v):
            gradient = q.grad(name)
            squares = squares + gradient.dot(gradient)
        return 0.5 * q.property(self.p.mob_name) * q.property(self._slope) * squares
