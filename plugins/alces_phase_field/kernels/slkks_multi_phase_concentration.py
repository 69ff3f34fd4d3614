"""Mixture rule of the sublattice KKS model."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, Param
from alces.physics import Points

from alces_phase_field.kernels.sublattices import Sublattices


class SLKKSMultiPhaseConcentration(Sublattices):
    """Equation of a sublattice concentration: ``c = sum_j h_j sum_k a_jk c_jk``, see `Sublattices`.

    Weak form: ``(sum_j h_j sum_k a_jk c_jk - c, v)``. c: concentration of the mixture [1]; h_j: switching
    functions [1]. Source: D. Schwen, C. Jiang, L. K. Aagesen, Comput. Mater. Sci. 195 (2021) 110466. Same
    term as MOOSE's.
    """

    parameters = (Param("c", COUPLED, doc="concentration of the mixture"),)

    def setup(self) -> None:
        super().setup()
        if self.p.variable not in self.p.cs:
            raise self.error("cs", f"the kernel's variable '{self.p.variable}' is not among them")

    def value(self, q: Points) -> Any:
        return self.sum_over_phases(q, self.p.h_names) - q.value(self.p.c)
