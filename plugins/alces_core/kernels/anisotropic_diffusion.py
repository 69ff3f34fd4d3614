"""Diffusion with a constant tensor as coefficient."""
from __future__ import annotations

from alces.ad import Tensor, Vector
from alces.params import REALS, Param
from alces.physics import Kernel, Points


class AnisotropicDiffusion(Kernel):
    """Diffusion with a constant tensor K.

    Strong form: ``-div(K grad u)``. Weak form: ``(grad v, K grad u)``.
    """

    parameters = (Param("tensor_coeff", REALS, doc="K, row by row: xx xy xz yx yy yz zx zy zz", length=9),)

    def setup(self) -> None:
        k = self.p.tensor_coeff
        self._tensor = Tensor((k[0:3], k[3:6], k[6:9]))

    def flux(self, q: Points) -> Vector:
        return self._tensor.dot(q.grad(self.p.variable))
