"""Velocity of grain boundaries."""
from __future__ import annotations

from typing import Any

from alces.ad import maximum, norm_sqrt, where
from alces.params import REAL, Param
from alces.physics import AuxKernel, Points

from alces_phase_field.grains import GRAINS, grain_names


class GrainBoundaryVelocity(AuxKernel):
    """``max_i (d eta_i/dt)/|grad eta_i|`` over order parameters between `eta_bottom` and `eta_top`.

    Zero where there is none, and where none grows. [length/time]. Source: N. Moelans, B. Blanpain, P.
    Wollants, Phys. Rev. B 78 (2008) 024113. Same as MOOSE's GrainBoundaryVelocity.
    """

    parameters = (
        *GRAINS,
        Param("eta_bottom", REAL, 0.2, doc="order parameters above this are taken"),
        Param("eta_top", REAL, 0.8, doc="order parameters below this are taken"),
    )

    def setup(self) -> None:
        self._names = grain_names(self)

    def value(self, q: Points) -> Any:
        fastest: Any = 0.0
        for name in self._names:
            eta, gradient = q.value(name), q.grad(name)
            steepness = norm_sqrt(gradient.dot(gradient))
            taken = (eta > self.p.eta_bottom) & (eta < self.p.eta_top) & (steepness > 0.0)
            velocity = where(taken, q.dot(name) / where(taken, steepness, 1.0), 0.0)
            fastest = maximum(fastest, velocity)
        return fastest
