"""Gradient energy term of the Allen-Cahn equation."""

from __future__ import annotations

from alces.ad import Vector
from alces.physics import Points

from alces_phase_field.kernels.gradient_energy import GradientEnergy


class ACInterface(GradientEnergy):
    """Isotropic gradient term of ``d eta/dt = L div(kappa grad eta)``.

    Weak form: ``(kappa grad eta, grad(L v))``, see `GradientEnergy`.

    L: mobility [volume/(energy time)]; kappa: gradient energy coefficient [energy/length].
    Source: S. M. Allen, J. W. Cahn, Acta Metall. 27 (1979) 1085. Same term as MOOSE's ACInterface.
    """

    def slope(self, q: Points) -> Vector:
        return q.grad(self.p.variable) * q.property(self.p.kappa_name)
