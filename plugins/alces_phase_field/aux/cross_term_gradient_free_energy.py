"""Gradient energy density of cross terms."""
from __future__ import annotations

from itertools import combinations
from typing import Any

from alces.params import COUPLED, COUPLEDS, PROPERTIES, Param
from alces.physics import AuxKernel, Points


class CrossTermGradientFreeEnergy(AuxKernel):
    """``sum_{j<i} kappa_ij/2 |eta_i grad eta_j + eta_j grad eta_i|^2 + additional_free_energy``.

    [energy/volume]; kappa_ij: gradient energy coefficients [energy/length]. The plus sign is MOOSE's; the
    energy that `ACMultiInterface` lowers has a minus there, and the two agree only where
    ``eta_i grad eta_j . grad eta_i = 0``. Source: B. Nestler, A. A. Wheeler, Phys. Rev. E 57 (1998) 2602.
    """

    parameters = (
        Param("interfacial_vars", COUPLEDS, doc="order parameters eta_i"),
        Param("kappa_names", PROPERTIES, doc="matrix of the kappa_ij, row by row", unit="energy/length"),
        Param("additional_free_energy", COUPLED, 0.0, doc="further energy density", unit="energy/volume"),
    )

    def setup(self) -> None:
        n = len(self.p.interfacial_vars)
        if len(self.p.kappa_names) != n * n:
            given = len(self.p.kappa_names)
            raise self.error("kappa_names", f"has {given} entries; {n} variables need {n * n}")

    def value(self, q: Points) -> Any:
        n = len(self.p.interfacial_vars)
        total = q.value(self.p.additional_free_energy)
        for (j, b), (i, a) in combinations(enumerate(self.p.interfacial_vars), 2):
            cross = q.grad(b) * q.value(a) + q.grad(a) * q.value(b)
            total = total + 0.5 * q.property(self.p.kappa_names[n * i + j]) * cross.dot(cross)
        return total
