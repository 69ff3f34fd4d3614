"""Equal diffusion potentials of two phases in the KKS model."""

from __future__ import annotations

from typing import Any

from alces.params import COUPLED, COUPLEDS, PROPERTY, REAL, Param
from alces.physics import Kernel, Points, derivative_name

from alces_phase_field.slopes import slope_name


class KKSPhaseChemicalPotential(Kernel):
    """Equation of the phase concentration c_a: ``(dF_a/dc_a) / k_a = (dF_b/dc_b) / k_b``.

    Weak form: ``((dF_a/dc_a) / k_a - (dF_b/dc_b) / k_b, v)`` with v the test function of c_a. The derivatives
    are properties of the materials that provide F_a and F_b.

    F_a, F_b: free energy densities of the phases [energy/volume]; k_a, k_b: site fractions [1].
    Source: S. G. Kim, W. T. Kim, T. Suzuki, Phys. Rev. E 60 (1999) 7186, eq. 22. Same term as MOOSE's.
    """

    parameters = (
        Param("cb", COUPLED, doc="concentration of phase b"),
        Param("fa_name", PROPERTY, doc="free energy density of phase a", unit="energy/volume"),
        Param("fb_name", PROPERTY, doc="free energy density of phase b", unit="energy/volume"),
        Param("ka", REAL, 1.0, doc="site fraction of phase a", range="ka > 0"),
        Param("kb", REAL, 1.0, doc="site fraction of phase b", range="kb > 0"),
        Param("args_a", COUPLEDS, (), doc="further variables of F_a (their partials come by themselves)"),
        Param("args_b", COUPLEDS, (), doc="further variables of F_b (their partials come by themselves)"),
    )

    def setup(self) -> None:
        if not isinstance(self.p.cb, str):
            raise self.error("cb", "must be a variable")
        self._a = slope_name(self, "fa_name", self.p.variable)
        if not isinstance(self.p.fb_name, str):
            raise self.error("fb_name", "a property with a derivative is needed, not a number")
        self._b = derivative_name(self.p.fb_name, self.p.cb)

    def value(self, q: Points) -> Any:
        return q.property(self._a) / self.p.ka - q.property(self._b) / self.p.kb
