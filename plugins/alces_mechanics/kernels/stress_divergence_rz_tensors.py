"""Mechanical equilibrium of axisymmetric problems."""

from __future__ import annotations

from typing import Any

from alces.physics import Points
from alces_mechanics.kernels.stress_divergence_tensors import StressDivergenceTensors


class StressDivergenceRZTensors(StressDivergenceTensors):
    """One component of the equilibrium of stresses with ``Problem/coord_type = RZ``.

    Strong form: -(d(r s_rr)/dr)/r - d(s_rz)/dz + s_hoop/r = 0 for component 0 (r = x) and -(d(r s_rz)/dr)/r -
    d(s_zz)/dz = 0 for component 1 (z = y, the axis). Weak form: (grad w, stress_i), and (w, s_hoop/r) for
    component 0, the volume element being 2 pi r dr dz. Component 2 of the stress tensor is the hoop.
    """

    coord_type = "RZ"

    def value(self, q: Points) -> Any:
        if self.p.component == 0:
            return self.stress(q)[2, 2] / q.x
        return None
