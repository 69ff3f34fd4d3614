"""Anisotropic diffusion driven by the chemical potential in the split Cahn-Hilliard equation."""
from __future__ import annotations

from alces.ad import Vector
from alces.params import COUPLED, TENSOR_PROPERTY, Param
from alces.physics import Kernel, Points

from alces_phase_field.coupled import COUPLED_VARIABLES


class SplitCHWResAniso(Kernel):
    """Flux term of ``dc/dt = div(M grad w)`` with a mobility tensor M, as the equation of w.

    Weak form: ``(M grad w, grad v)`` with v the test function of w. M: mobility [length^2 volume/(energy
    time)]; w: chemical potential [energy/volume]. Source: J. W. Cahn, J. E. Hilliard, J. Chem. Phys. 28
    (1958) 258. Same term as MOOSE's.
    """

    parameters = (
        Param("mob_name", TENSOR_PROPERTY, "mob", doc="mobility tensor M",
              unit="length^2 volume/(energy time)"),
        Param("w", COUPLED, None, doc="chemical potential; default: the kernel's own variable"),
        COUPLED_VARIABLES,
    )

    def flux(self, q: Points) -> Vector:
        potential = self.p.variable if self.p.w is None else self.p.w
        return q.property(self.p.mob_name).dot(q.grad(potential))
