"""A component of a gradient."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, Choice, Param
from alces.physics import AuxKernel, Points


class VariableGradientComponent(AuxKernel):
    """w = du/dx_i."""

    parameters = (
        Param("gradient_variable", COUPLED, doc="variable u"),
        Param("component", Choice("x", "y", "z"), doc="direction i"),
    )

    def value(self, q: Points) -> Any:
        return q.grad(self.p.gradient_variable)["xyz".index(self.p.component)]
