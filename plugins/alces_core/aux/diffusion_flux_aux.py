"""A component of a diffusive flux."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, PROPERTY, Choice, Param
from alces.physics import AuxKernel, Points


class DiffusionFluxAux(AuxKernel):
    """w = -D du/dx_i, or -D grad u . n on a boundary."""

    parameters = (
        Param("diffusion_variable", COUPLED, doc="variable u"),
        Param("diffusivity", PROPERTY, doc="diffusivity D"),
        Param("component", Choice("x", "y", "z", "normal"), doc="direction i"),
    )

    def setup(self) -> None:
        if self.p.component == "normal" and not self.p.boundary:
            raise self.error("component", "'normal' needs a boundary: give 'boundary'")

    def value(self, q: Points) -> Any:
        gradient = q.grad(self.p.diffusion_variable)
        if self.p.component == "normal":
            slope = gradient.dot(q.normal)
        else:
            slope = gradient["xyz".index(self.p.component)]
        return -(q.property(self.p.diffusivity) * slope)
