"""Diffusion with a constant or prescribed coefficient."""
from __future__ import annotations

from alces.ad import Vector
from alces.params import FUNCTION, REAL, Param
from alces.physics import Kernel, Points


class CoefDiffusion(Kernel):
    """Diffusion with a coefficient D(x, t) = coef + function.

    Strong form: ``-div(D grad u)``. Weak form: ``(grad v, D grad u)``.
    """

    parameters = (
        Param("coef", REAL, 0.0, doc="constant part of the diffusion coefficient"),
        Param("function", FUNCTION, 0.0, doc="part of the coefficient that varies in space and time"),
    )

    def flux(self, q: Points) -> Vector:
        return q.grad(self.p.variable) * (self.p.coef + q.function(self.p.function))
