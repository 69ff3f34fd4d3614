"""Diffusive outflow through a boundary with a diffusivity for each direction."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, VECTOR_PROPERTY, Param
from alces.physics import Points, SidePostprocessor


class SideVectorDiffusivityFluxIntegral(SidePostprocessor):
    """Integral of ``-sum_i D_i du/dx_i n_i`` over boundaries: what flows out. Same as MOOSE's."""

    parameters = (
        Param("variable", COUPLED, doc="variable u"),
        Param("diffusivity", VECTOR_PROPERTY, doc="diffusivities D_i along x, y, z"),
    )

    def integrand(self, q: Points) -> Any:
        gradient, d = q.grad(self.p.variable), q.property(self.p.diffusivity)
        return -sum(d[i] * gradient[i] * q.normal[i] for i in range(3))
