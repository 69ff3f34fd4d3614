"""Chemical potential of the split Cahn-Hilliard equation with the simplest double well."""

from __future__ import annotations

from typing import Any

from alces.ad import Vector
from alces.params import COUPLED, PROPERTY, Param
from alces.physics import Kernel, Points


class SplitCHMath(Kernel):
    """Definition of the chemical potential, ``w = c^3 - c - div(kappa grad c)``, as the equation of c.

    The free energy density is ``F = (1 - c^2)^2 / 4``. Weak form: ``(c^3 - c - w, v) + (kappa grad c, grad
    v)`` with v the test function of c. kappa: gradient energy coefficient [energy length^2/volume].
    Source: J. W. Cahn, J. E. Hilliard, J. Chem. Phys. 28 (1958) 258. Same term as MOOSE's SplitCHMath.
    """

    parameters = (
        Param("kappa_name", PROPERTY, doc="gradient energy coefficient kappa", unit="energy length^2/volume"),
        Param("w", COUPLED, doc="chemical potential", unit="energy/volume"),
    )

    def value(self, q: Points) -> Any:
        c = q.value(self.p.variable)
        return c * (c * c - 1.0) - q.value(self.p.w)

    def flux(self, q: Points) -> Vector:
        return q.grad(self.p.variable) * q.property(self.p.kappa_name)
