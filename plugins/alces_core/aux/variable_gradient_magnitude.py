"""Length of a gradient."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, Param
from alces.physics import AuxKernel, Points


class VariableGradientMagnitude(AuxKernel):
    """w = |grad u|. MOOSE has no such object."""

    parameters = (Param("gradient_variable", COUPLED, doc="variable u"),)

    def value(self, q: Points) -> Any:
        return q.grad(self.p.gradient_variable).norm()
