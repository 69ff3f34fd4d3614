"""Laplacian of another variable."""
from __future__ import annotations

from alces.ad import Vector
from alces.params import COUPLED, Param
from alces.physics import Kernel, Points


class LaplacianSplit(Kernel):
    """``-laplace(c)`` in the equation of another variable, which with `Reaction` becomes its Laplacian.

    Weak form: ``(grad v, grad c)``. Same term as MOOSE's.
    """

    parameters = (Param("c", COUPLED, doc="variable whose Laplacian enters"),)

    def flux(self, q: Points) -> Vector:
        return q.grad(self.p.c)
