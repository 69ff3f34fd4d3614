"""Diffusion with a tensor property as coefficient."""
from __future__ import annotations

from alces.ad import Vector
from alces.params import COUPLED, TENSOR_PROPERTY, VARIABLES, Param
from alces.physics import Kernel, Points


class MatAnisoDiffusion(Kernel):
    """Flux ``D grad w`` with a tensor property D.

    Strong form: ``-div(D grad w)`` with w the variable itself, or `v` where it is given. Weak form: ``(grad
    test, D grad w)``. D [area/time] may depend on any field. Source: J. Crank, The Mathematics of Diffusion
    (1975), ch. 1.4. Same term as MOOSE's.
    """

    parameters = (
        Param("diffusivity", TENSOR_PROPERTY, "D", doc="diffusivity tensor", aliases=("D_name",)),
        Param("v", COUPLED, None, doc="variable whose gradient drives the flux; default: this variable"),
        Param("args", VARIABLES, (), aliases=("coupled_variables",),
              doc="further variables of the properties; changes nothing, partials come by themselves"),
    )

    def flux(self, q: Points) -> Vector:
        driving = self.p.variable if self.p.v is None else self.p.v
        return q.property(self.p.diffusivity).dot(q.grad(driving))
