"""Anisotropic gradient coefficient of an interface in the plane."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.params import COUPLED, INTEGER, REAL, Param
from alces.physics import Material, Points

from alces_phase_field.materials.orientation import multiple_angle


class InterfaceOrientationMaterial(Material):
    """``eps = eps_bar (1 + delta cos(m (theta - theta0)))`` and ``deps = d eps/d theta``.

    theta is the angle of the gradient's x and y components, see `multiple_angle`.

    Symbols: eps gradient coefficient [sqrt(energy/length)], delta strength [1], m mode number. Source: R.
    Kobayashi, Physica D 63 (1993) 410, eq. 3. Same as MOOSE's.
    """

    parameters = (
        Param("op", COUPLED, doc="order parameter whose gradient gives the angle"),
        Param("anisotropy_strength", REAL, 0.04, doc="strength delta"),
        Param("mode_number", INTEGER, 6, doc="number of preferred directions m", range="mode_number >= 0"),
        Param("reference_angle", REAL, 90.0, doc="theta0, from the x axis", unit="degree"),
        Param("eps_bar", REAL, 0.01, doc="mean of eps"),
    )

    def provides(self) -> Mapping[str, str]:
        return {"eps": "scalar", "deps": "scalar"}

    def properties(self, q: Points) -> Mapping[str, Any]:
        m = self.p.mode_number
        cosine, sine = multiple_angle(q.grad(self.p.op), m, self.p.reference_angle)
        mean, delta = self.p.eps_bar, self.p.anisotropy_strength
        return {"eps": mean * (1.0 + delta * cosine), "deps": -(mean * delta * m) * sine}
