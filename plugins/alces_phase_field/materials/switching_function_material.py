"""Interpolation between two phases."""

from __future__ import annotations

from typing import Any

from alces.ad import clip
from alces.params import Choice, Param

from alces_phase_field.materials.order_parameter_function import OrderParameterFunction, function_name


class SwitchingFunctionMaterial(OrderParameterFunction):
    """Switching function h with ``h(0) = 0, h(1) = 1`` and zero slope at both ends.

    ``h_order = SIMPLE``: ``h = eta^2 (3 - 2 eta)``; ``HIGH``: ``h = eta^3 (6 eta^2 - 15 eta + 10)``, whose
    second derivative vanishes at both ends too. eta is clipped to [0, 1] first, so that h is constant
    outside. Provides h, ``dh/deta``, ``d^2h/deta^2``. Same as MOOSE's SwitchingFunctionMaterial.
    """

    parameters = (
        function_name("h"),
        Param("h_order", Choice("SIMPLE", "HIGH"), "SIMPLE", doc="polynomial: cubic or quintic"),
    )

    def function(self, eta: Any) -> tuple[Any, Any, Any]:
        n = clip(eta, 0.0, 1.0)
        m = 1.0 - n
        if self.p.h_order == "SIMPLE":
            return n * n * (3.0 - 2.0 * n), 6.0 * n * m, 6.0 - 12.0 * n
        nm = n * m
        return n * n * n * ((6.0 * n - 15.0) * n + 10.0), 30.0 * (nm * nm), 60.0 * nm * (1.0 - 2.0 * n)
