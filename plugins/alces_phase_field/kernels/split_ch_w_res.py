"""Diffusion driven by the chemical potential in the split Cahn-Hilliard equation."""

from __future__ import annotations

from alces.ad import Vector
from alces.params import COUPLED, COUPLEDS, PROPERTY, Param
from alces.physics import Kernel, Points


class SplitCHWRes(Kernel):
    """Flux term of ``dc/dt = div(M grad w)``, as the equation of w.

    Weak form: ``(M grad w, grad v)`` with v the test function of w; the time derivative is
    `CoupledTimeDerivative` of c.

    M: mobility [length^2 volume/(energy time)]; w: chemical potential [energy/volume].
    Source: J. W. Cahn, J. E. Hilliard, J. Chem. Phys. 28 (1958) 258. Same term as MOOSE's SplitCHWRes.
    """

    parameters = (
        Param("mob_name", PROPERTY, "mob", doc="mobility M", unit="length^2 volume/(energy time)"),
        Param("w", COUPLED, None, doc="chemical potential; default: the kernel's own variable"),
        Param(
            "coupled_variables",
            COUPLEDS,
            (),
            doc="variables of M (their partials come by themselves)",
            aliases=("args",),
        ),
    )

    def flux(self, q: Points) -> Vector:
        potential = self.p.variable if self.p.w is None else self.p.w
        return q.grad(potential) * q.property(self.p.mob_name)
