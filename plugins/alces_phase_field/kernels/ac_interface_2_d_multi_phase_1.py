"""Anisotropic gradient energy of several phases: the part from the change of kappa with the gradient."""
from __future__ import annotations

from alces.ad import Vector
from alces.params import COUPLEDS, NAME, VECTOR_PROPERTY, Param
from alces.physics import Points

from alces_phase_field.kernels.gradient_energy import GradientEnergy


class ACInterface2DMultiPhase1(GradientEnergy):
    """Term of the gradient energy ``kappa/2 sum_j |grad eta_j|^2`` with a kappa that depends on gradients.

    Weak form: ``(1/2 dkappa/d(grad eta) sum_j |grad eta_j|^2, grad(L v))``, see `GradientEnergy`; the sum is
    over the kernel's variable eta and `etas`. kappa and its derivative come from
    `InterfaceOrientationMultiphaseMaterial`; the other part of the energy's derivative is
    `ACInterface2DMultiPhase2`.

    L: mobility [volume/(energy time)]; kappa: gradient energy coefficient [energy/length].
    Source: L. K. Aagesen et al., Phys. Rev. E 98 (2018) 023309. Same term as MOOSE's.
    """

    parameters = (
        Param("dkappadgrad_etaa_name", VECTOR_PROPERTY, "dkappadgrad_etaa",
              doc="derivative of kappa by the gradient of the kernel's variable", unit="energy"),
        Param("d2kappadgrad_etaa_name", NAME, "d2kappadgrad_etaa",
              doc="not needed: partials come by themselves"),
        Param("etas", COUPLEDS, doc="all other order parameters"),
    )

    def slope(self, q: Points) -> Vector:
        gradients = [q.grad(eta) for eta in (self.p.variable, *self.p.etas)]
        squares = sum((g.dot(g) for g in gradients), 0.0)
        return q.property(self.p.dkappadgrad_etaa_name) * (0.5 * squares)
