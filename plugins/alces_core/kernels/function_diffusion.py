"""Diffusion with a function as coefficient."""
from __future__ import annotations

from alces.ad import Vector
from alces.params import COUPLED, FUNCTION, Param
from alces.physics import Kernel, Points


class FunctionDiffusion(Kernel):
    """Diffusion with a coefficient D(x, t).

    Strong form: ``-div(D grad w)``, w the variable itself or `v`. Weak form: ``(grad test, D grad w)``.
    """

    parameters = (
        Param("function", FUNCTION, 1.0, doc="diffusion coefficient"),
        Param("v", COUPLED, None, doc="variable whose gradient drives the flux; default: this variable"),
    )

    def flux(self, q: Points) -> Vector:
        driving = self.p.variable if self.p.v is None else self.p.v
        return q.grad(driving) * q.function(self.p.function)
