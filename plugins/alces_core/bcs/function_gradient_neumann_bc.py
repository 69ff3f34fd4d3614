"""Inflow of a known solution."""
from __future__ import annotations

from typing import Any

from alces.params import FUNCTION, REAL, Param
from alces.physics import IntegratedBC, Points


class FunctionGradientNeumannBC(IntegratedBC):
    """D grad u . n = coeff grad f . n with the function f that is the exact solution.

    Weak form: ``<v, -coeff grad f . n>``. Same as MOOSE's.
    """

    parameters = (
        Param("exact_solution", FUNCTION, doc="function f"),
        Param("coeff", REAL, 1.0, doc="diffusivity, conductivity, ..."),
    )

    def value(self, q: Points) -> Any:
        return -(self.p.coeff * q.function_gradient(self.p.exact_solution).dot(q.normal))
