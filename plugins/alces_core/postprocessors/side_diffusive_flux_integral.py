"""Diffusive outflow through a boundary."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, PROPERTY, Param
from alces.physics import Points, SidePostprocessor


class SideDiffusiveFluxIntegral(SidePostprocessor):
    """Integral of ``-D grad u . n`` over boundaries: what flows out."""

    parameters = (
        Param("variable", COUPLED, doc="variable u"),
        Param("diffusivity", PROPERTY, doc="diffusivity D"),
    )

    def integrand(self, q: Points) -> Any:
        return -(q.property(self.p.diffusivity) * q.grad(self.p.variable).dot(q.normal))
