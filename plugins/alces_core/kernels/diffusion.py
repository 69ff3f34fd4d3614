"""Diffusion with unit coefficient."""
from __future__ import annotations

from alces.ad import Vector
from alces.physics import Kernel, Points


class Diffusion(Kernel):
    """Laplace's operator.

    Strong form: ``-div grad u``. Weak form: ``(grad v, grad u)``.
    """

    def flux(self, q: Points) -> Vector:
        return q.grad(self.p.variable)
