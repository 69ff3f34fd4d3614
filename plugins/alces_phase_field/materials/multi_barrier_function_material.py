"""Energy barriers of several order parameters."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.ad import where
from alces.params import BOOLEAN, NAME, VARIABLES, Choice, Param
from alces.physics import Material, Points, derivative_name


class MultiBarrierFunctionMaterial(Material):
    """``g = sum_i eta_i^2 (1 - eta_i)^2``, with ``dg/deta_i`` and ``d^2g/deta_i^2``.

    With `well_only` a term vanishes inside [0, 1] and acts only against overshoots. Same as MOOSE's.
    """

    parameters = (
        Param("etas", VARIABLES, doc="order parameters eta_i"),
        Param("function_name", NAME, "g", doc="name of the property"),
        Param("g_order", Choice("SIMPLE"), "SIMPLE", doc="polynomial"),
        Param("well_only", BOOLEAN, False, doc="zero inside [0, 1]"),
    )

    def provides(self) -> Mapping[str, str]:
        g = self.p.function_name
        slopes = [derivative_name(g, *(eta,) * order) for eta in self.p.etas for order in (1, 2)]
        return dict.fromkeys((g, *slopes), "scalar")

    def properties(self, q: Points) -> Mapping[str, Any]:
        g = self.p.function_name
        found: dict[str, Any] = {g: 0.0}
        for eta in self.p.etas:
            n = q.value(eta)
            m = 1.0 - n
            acts = where((n < 0.0) | (n > 1.0), 1.0, 0.0) if self.p.well_only else 1.0
            found[g] = found[g] + acts * (n * n * (m * m))
            found[derivative_name(g, eta)] = acts * (2.0 * n * m * (1.0 - 2.0 * n))
            found[derivative_name(g, eta, eta)] = acts * (2.0 - 12.0 * n * m)
        return found
