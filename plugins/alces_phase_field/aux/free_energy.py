"""Common part of auxiliary variables that hold a free energy density."""

from __future__ import annotations

from typing import Any, ClassVar

from alces.params import COUPLED, COUPLEDS, PROPERTIES, Param
from alces.physics import AuxKernel, Points

from alces_phase_field.lists import check_same_length


class FreeEnergy(AuxKernel):
    """``F = F_bulk + sum_i kappa_i / 2 |grad eta_i|^2 + additional_free_energy`` [energy/volume].

    Source: J. W. Cahn, J. E. Hilliard, J. Chem. Phys. 28 (1958) 258.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("interfacial_vars", COUPLEDS, (), doc="variables eta_i with a gradient energy"),
        Param("kappa_names", PROPERTIES, (), doc="their coefficients kappa_i", unit="energy/length"),
        Param("additional_free_energy", COUPLED, 0.0, doc="further energy density", unit="energy/volume"),
    )

    def setup(self) -> None:
        check_same_length(self, "interfacial_vars", "kappa_names")

    def value(self, q: Points) -> Any:
        total = self.bulk(q) + q.value(self.p.additional_free_energy)
        for name, kappa in zip(self.p.interfacial_vars, self.p.kappa_names, strict=True):
            slope = q.grad(name)
            total = total + 0.5 * q.property(kappa) * slope.dot(slope)
        return total

    def bulk(self, q: Points) -> Any:
        """F_bulk."""
        raise NotImplementedError(f"{type(self).__name__} has no bulk energy")
