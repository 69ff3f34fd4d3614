"""Driving force from the concentrations of the sublattice KKS model."""
from __future__ import annotations

from typing import Any

from alces.params import PROPERTY, VARIABLE, Param
from alces.physics import Points

from alces_phase_field.kernels.phases import slopes
from alces_phase_field.kernels.sublattices import Sublattices
from alces_phase_field.slopes import slope_name


class SLKKSMultiACBulkC(Sublattices):
    """Weak form: ``(-L (dF/dc)/a sum_j dh_j/deta_i sum_k a_jk c_jk, v)``, see `Sublattices`.

    c is one of the sublattice concentrations and a its site fraction; ``(dF/dc)/a`` is the same for all.
    L: mobility [volume/(energy time)]; F: free energy density of the phase of c [energy/volume]; h_j:
    switching functions [1]. The other part of the driving force is `KKSMultiACBulkF`.
    Source: D. Schwen, C. Jiang, L. K. Aagesen, Comput. Mater. Sci. 195 (2021) 110466. Same term as MOOSE's.
    """

    parameters = (
        Param("F", PROPERTY, doc="free energy density of the phase of c", unit="energy/volume"),
        Param("c", VARIABLE, doc="one of the sublattice concentrations"),
        Param("eta_i", VARIABLE, None, doc="order parameter eta_i; default: the kernel's variable"),
        Param("mob_name", PROPERTY, "L", doc="mobility L", unit="volume/(energy time)"),
    )

    def setup(self) -> None:
        super().setup()
        if self.p.c not in self.p.cs:
            raise self.error("c", f"'{self.p.c}' is not one of 'cs'")
        eta = self.p.eta_i or self.p.variable
        if eta not in self.p.eta:
            raise self.error("eta", f"'{eta}' is not among them")
        self._dh = slopes(self, "h_names", eta)
        self._slope = slope_name(self, "F", self.p.c)

    def value(self, q: Points) -> Any:
        potential = q.property(self._slope) / self.fractions[self.p.c]
        return -(q.property(self.p.mob_name) * potential * self.sum_over_phases(q, self._dh))
