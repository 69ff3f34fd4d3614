"""Anisotropic gradient coefficient of an interface in the plane."""
from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from alces.ad import sqrt, where
from alces.params import COUPLED, INTEGER, REAL, Param
from alces.physics import Material, Points

SMALL = 1e-9
"""Squared gradients below this have no direction."""


class InterfaceOrientationMaterial(Material):
    """``eps = eps_bar (1 + delta cos(m (theta - theta0)))`` and ``deps = d eps/d theta``.

    theta is the angle of the gradient's x and y components. The cosine and the sine of m theta are the m-th
    power of ``(g_x + i g_y)/|g|``. Where the gradient has no direction theta is that of the y axis, to the
    side of g_y, and 0 for ``g_y = 0``.

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
        gradient = q.grad(self.p.op)
        square = gradient.dot(gradient)
        small = square <= SMALL
        norm = sqrt(where(small, 1.0, square))
        vertical = gradient[1]
        x = where(small, where(vertical == 0.0, 1.0, 0.0), gradient[0] / norm)
        y = where(small, where(vertical > 0.0, 1.0, where(vertical < 0.0, -1.0, 0.0)), vertical / norm)
        m = self.p.mode_number
        start = math.radians(m * self.p.reference_angle)
        cosine, sine = math.cos(start), -math.sin(start)
        for _ in range(m):
            cosine, sine = cosine * x - sine * y, sine * x + cosine * y
        mean, delta = self.p.eps_bar, self.p.anisotropy_strength
        return {"eps": mean * (1.0 + delta * cosine), "deps": -(mean * delta * m) * sine}
