"""The grain-boundary indicator as a function of position."""

from __future__ import annotations

from typing import Any

from alces.physics import Function, Points

from alces_phase_field.grain_boundary_profile import PROFILE_PARAMETERS, indicator


class GrainBoundaryFunction(Function):
    """Indicator beta of `GrainBoundaryIndicator` as a function, for nodal variables and pictures.

    A nodal beta needs at least one complete layer of elements inside the boundary's core: metal that touches
    a boundary with ``h(beta) < 1`` everywhere short-circuits it.
    """

    parameters = PROFILE_PARAMETERS

    def value(self, q: Points) -> Any:
        return indicator(q.user_object(self.p.grains).nearest(q).boundary, self.p)
