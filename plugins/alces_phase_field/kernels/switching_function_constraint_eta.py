"""Force of the Lagrange multiplier on an order parameter."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, PROPERTY, VARIABLES, Param
from alces.physics import Kernel, Points

from alces_phase_field.slopes import slope_of


class SwitchingFunctionConstraintEta(Kernel):
    """Weak form: ``(lambda dh/deta, v)``, eta being the variable.

    Symbols: lambda Lagrange multiplier [energy/volume], h switching function [1]. ``dh/deta`` is a derivative
    property. Same term as MOOSE's; goes with `SwitchingFunctionConstraintLagrange`.
    """

    parameters = (
        Param("h_name", PROPERTY, doc="switching function h"),
        Param("lambda", COUPLED, doc="Lagrange multiplier"),
        Param("coupled_variables", VARIABLES, (), aliases=("args",),
              doc="further variables of the properties; changes nothing, partials come by themselves"),
    )

    def setup(self) -> None:
        self._slope = slope_of(self, self.p.h_name, "h_name", self.p.variable)

    def value(self, q: Points) -> Any:
        return q.value(getattr(self.p, "lambda")) * q.property(self._slope)
