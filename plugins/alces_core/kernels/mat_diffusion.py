"""Diffusion with a material property as coefficient."""
from __future__ import annotations

from alces.ad import Vector
from alces.params import COUPLED, PROPERTY, VARIABLES, Param
from alces.physics import Kernel, Points


class MatDiffusion(Kernel):
    """Flux down the gradient of this or of another variable.

    Strong form: ``-div(D grad w)`` with w the variable itself, or `v` where it is given (cross diffusion).
    Weak form: ``(grad test, D grad w)``. D may depend on any field.
    """

    parameters = (
        Param("diffusivity", PROPERTY, "D", doc="diffusivity", aliases=("D_name",)),
        Param("v", COUPLED, None, doc="variable whose gradient drives the flux; default: this variable"),
        Param("args", VARIABLES, (), aliases=("coupled_variables",),
              doc="variables D depends on; derivatives come by themselves, so this changes nothing"),
    )

    def flux(self, q: Points) -> Vector:
        driving = self.p.variable if self.p.v is None else self.p.v
        return q.grad(driving) * q.property(self.p.diffusivity)
