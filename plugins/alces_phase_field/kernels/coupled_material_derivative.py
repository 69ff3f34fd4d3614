"""Derivative of an energy in the equation of another variable."""

from __future__ import annotations

from typing import Any

from alces.params import COUPLEDS, PROPERTY, VARIABLE, Param
from alces.physics import Kernel, Points

from alces_phase_field.slopes import slope_name


class CoupledMaterialDerivative(Kernel):
    """Weak form: ``(dF/dw, v)`` with w another variable.

    F: free energy density [energy/volume]. Source: J. W. Cahn, J. E. Hilliard, J. Chem. Phys. 28 (1958) 258
    (the equation of the chemical potential). Same term as MOOSE's CoupledMaterialDerivative.
    """

    parameters = (
        Param("v", VARIABLE, doc="variable w"),
        Param("f_name", PROPERTY, doc="property F", unit="energy/volume"),
        Param("coupled_variables", COUPLEDS, (),
              doc="further variables of F (their partials come by themselves)",
              aliases=("args",)),
    )

    def setup(self) -> None:
        self._slope = slope_name(self, "f_name", self.p.v)

    def value(self, q: Points) -> Any:
        return q.property(self._slope)
