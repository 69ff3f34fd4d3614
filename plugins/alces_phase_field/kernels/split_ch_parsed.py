"""Chemical potential of the split Cahn-Hilliard equation."""

from __future__ import annotations

from typing import Any

from alces.ad import Vector
from alces.params import COUPLED, COUPLEDS, PROPERTY, Param
from alces.physics import Kernel, Points

from alces_phase_field.slopes import slope_name


class SplitCHParsed(Kernel):
    """Definition of the chemical potential, ``w = dF/dc - div(kappa grad c)``, as the equation of c.

    Weak form: ``(dF/dc - w, v) + (kappa grad c, grad v)`` with v the test function of c. F comes from a
    material with the derivative property ``dF/d<variable>``.

    F: free energy density [energy/volume]; kappa: gradient energy coefficient [energy length^2/volume].
    Source: J. W. Cahn, J. E. Hilliard, J. Chem. Phys. 28 (1958) 258. Same term as MOOSE's SplitCHParsed.
    """

    parameters = (
        Param(
            "f_name",
            PROPERTY,
            doc="free energy density F whose derivative property is used",
            unit="energy/volume",
        ),
        Param("kappa_name", PROPERTY, doc="gradient energy coefficient kappa", unit="energy length^2/volume"),
        Param("w", COUPLED, doc="chemical potential", unit="energy/volume"),
        Param(
            "coupled_variables",
            COUPLEDS,
            (),
            doc="further variables of F (their partials come by themselves)",
            aliases=("args",),
        ),
    )

    def setup(self) -> None:
        self._slope = slope_name(self, "f_name", self.p.variable)

    def value(self, q: Points) -> Any:
        return q.property(self._slope) - q.value(self.p.w)

    def flux(self, q: Points) -> Vector:
        return q.grad(self.p.variable) * q.property(self.p.kappa_name)
