"""Mechanical equilibrium of problems with spherical symmetry."""

from __future__ import annotations

from typing import Any

from alces.physics import Points
from alces_mechanics.kernels.stress_divergence_tensors import StressDivergenceTensors


class StressDivergenceRSphericalTensors(StressDivergenceTensors):
    """Radial equilibrium of stresses with ``Problem/coord_type = RSPHERICAL``.

    Strong form: -d(r^2 s_rr)/dr / r^2 + (s_tt + s_pp)/r = 0. Weak form: (dw/dr, s_rr) + (w, (s_tt + s_pp)/r),
    the volume element being 4 pi r^2 dr. Components 1 and 2 of the stress tensor are the tangential ones.
    """

    coord_type = "RSPHERICAL"

    def value(self, q: Points) -> Any:
        stress = self.stress(q)
        return (stress[1, 1] + stress[2, 2]) / q.x
