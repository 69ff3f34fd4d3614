"""Where the grain boundaries of a polycrystal are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.params import NAME, Param
from alces.physics import Material, Points

from alces_phase_field.grain_boundary_profile import PROFILE_PARAMETERS, indicator


class GrainBoundaryIndicator(Material):
    """Indicator beta (1: grain boundary, 0: inside the grains), its weight ``h(beta)``, the grain number.

    beta follows from the distance to the nearest boundary plane, see `VoronoiGrains`, evaluated at the
    quadrature points; ``h(x) = x^3 (6 x^2 - 15 x + 10)`` smooths the ramp. For a beta interpolated from nodes
    set a variable with `GrainBoundaryFunction` and feed it to a `SwitchingFunctionMaterial`.
    """

    static = True
    parameters = (
        *PROFILE_PARAMETERS,
        Param("beta_name", NAME, "beta", doc="name of the indicator"),
        Param("weight_name", NAME, "h_beta", doc="name of the weight h(beta)"),
        Param(
            "grain_name",
            NAME,
            "grain",
            doc="name of the grain number, counted from 0 in the order of the seeds",
        ),
    )

    def provides(self) -> Mapping[str, str]:
        return dict.fromkeys((self.p.beta_name, self.p.weight_name, self.p.grain_name), "scalar")

    def properties(self, q: Points) -> Mapping[str, Any]:
        nearest = q.user_object(self.p.grains).nearest(q)
        beta = indicator(nearest.boundary, self.p)
        weight = beta * beta * beta * ((6.0 * beta - 15.0) * beta + 10.0)
        return {self.p.beta_name: beta, self.p.weight_name: weight, self.p.grain_name: nearest.grain}
