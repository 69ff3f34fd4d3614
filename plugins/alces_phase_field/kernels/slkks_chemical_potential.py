"""Equal chemical potentials of two sublattices in the sublattice KKS model."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, PROPERTY, REAL, Param
from alces.physics import Kernel, Points, derivative_name

from alces_phase_field.coupled import COUPLED_VARIABLES
from alces_phase_field.slopes import slope_name


class SLKKSChemicalPotential(Kernel):
    """Equation of a sublattice concentration c: ``(dF/dc)/a = (dF/dc_s)/a_s`` in one phase.

    Weak form: ``((dF/dc)/a - (dF/dc_s)/a_s, v)``. F: free energy density of the phase [energy/volume]; c,
    c_s: concentrations of two sublattices [1]; a, a_s: their site fractions [1]. Source: D. Schwen, C.
    Jiang, L. K. Aagesen, Comput. Mater. Sci. 195 (2021) 110466. Same term as MOOSE's.
    """

    parameters = (
        Param("cs", COUPLED, doc="concentration c_s of the other sublattice"),
        Param("a", REAL, doc="site fraction of the kernel's variable", range="a > 0"),
        Param("as", REAL, doc="site fraction of the other sublattice"),
        Param("F", PROPERTY, doc="free energy density of the phase", unit="energy/volume"),
        COUPLED_VARIABLES,
    )

    def setup(self) -> None:
        if not isinstance(self.p.cs, str):
            raise self.error("cs", "must be a variable")
        if getattr(self.p, "as") <= 0.0:
            raise self.error("as", "must be above zero")
        self._own = slope_name(self, "F", self.p.variable)
        self._other = derivative_name(self.p.F, self.p.cs)

    def value(self, q: Points) -> Any:
        return q.property(self._own) / self.p.a - q.property(self._other) / getattr(self.p, "as")
