"""Mixture rule of the two-phase KKS model."""

from __future__ import annotations

from typing import Any

from alces.params import COUPLED, COUPLEDS, PROPERTY, Param
from alces.physics import Kernel, Points


class KKSPhaseConcentration(Kernel):
    """Equation of the phase concentration c_b: ``c = (1 - h) c_a + h c_b``.

    Weak form: ``((1 - h) c_a + h c_b - c, v)`` with v the test function of c_b.

    c_a, c_b: concentrations of the phases; c: of the mixture; h: switching function [1].
    Source: S. G. Kim, W. T. Kim, T. Suzuki, Phys. Rev. E 60 (1999) 7186, eq. 21. Same term as MOOSE's.
    """

    parameters = (
        Param("ca", COUPLED, doc="concentration of phase a"),
        Param("c", COUPLED, doc="concentration of the mixture"),
        Param("eta", COUPLEDS, doc="order parameter of h (its partials come by themselves)"),
        Param("h_name", PROPERTY, "h", doc="switching function h(eta)"),
    )

    def value(self, q: Points) -> Any:
        h = q.property(self.p.h_name)
        return (1.0 - h) * q.value(self.p.ca) + h * q.value(self.p.variable) - q.value(self.p.c)
