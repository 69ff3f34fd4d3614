"""Energy barrier between two phases."""

from __future__ import annotations

from typing import Any

from alces.ad import where
from alces.params import BOOLEAN, Choice, Param

from alces_phase_field.materials.order_parameter_function import OrderParameterFunction, function_name


class BarrierFunctionMaterial(OrderParameterFunction):
    """Barrier g with ``g(0) = g(1) = 0``, not clipped.

    ``g_order = SIMPLE``: ``g = eta^2 (1 - eta)^2``; ``LOW``: ``g = eta (1 - eta)``; ``HIGH``: ``g = eta^2 (1
    - eta^2)^2``. With `well_only` g vanishes inside [0, 1] and acts only against overshoots. Provides g,
    ``dg/deta``, ``d^2g/deta^2``. Same as MOOSE's BarrierFunctionMaterial.
    """

    parameters = (
        function_name("g"),
        Param("g_order", Choice("SIMPLE", "LOW", "HIGH"), "SIMPLE", doc="polynomial"),
        Param("well_only", BOOLEAN, False, doc="zero inside [0, 1]"),
    )

    def function(self, eta: Any) -> tuple[Any, Any, Any]:
        g = self._polynomial(eta)
        if not self.p.well_only:
            return g
        outside = (eta < 0.0) | (eta > 1.0)
        first, second, third = (where(outside, f, 0.0) for f in g)
        return first, second, third

    def _polynomial(self, n: Any) -> tuple[Any, Any, Any]:
        m = 1.0 - n
        if self.p.g_order == "LOW":
            return n * m, 1.0 - 2.0 * n, -2.0
        if self.p.g_order == "SIMPLE":
            return n * n * (m * m), 2.0 * n * m * (1.0 - 2.0 * n), 2.0 - 12.0 * n * m
        n2 = n * n
        k = 1.0 - n2
        return n2 * (k * k), 2.0 * n * k * (1.0 - 3.0 * n2), 2.0 + n2 * (30.0 * n2 - 24.0)
