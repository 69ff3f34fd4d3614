"""Inflow from another variable."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, REAL, Param
from alces.physics import IntegratedBC, Points


class CoupledVarNeumannBC(IntegratedBC):
    """D grad u . n = coef scale_factor w, another variable w. Weak form: ``<test, -coef scale_factor w>``."""

    parameters = (
        Param("v", COUPLED, doc="variable w that gives the inflow"),
        Param("coef", REAL, 1.0, doc="constant factor"),
        Param("scale_factor", COUPLED, 1.0, doc="factor that varies in space"),
    )

    def value(self, q: Points) -> Any:
        return -self.p.coef * (q.value(self.p.scale_factor) * q.value(self.p.v))
