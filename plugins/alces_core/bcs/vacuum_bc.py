"""Outflow into a vacuum."""
from __future__ import annotations

from typing import Any

from alces.params import REAL, Param
from alces.physics import IntegratedBC, Points


class VacuumBC(IntegratedBC):
    """D grad u . n = -alpha u / 2 (Marshak, diffusion theory). Weak form: ``<v, alpha u / 2>``."""

    parameters = (Param("alpha", REAL, 1.0, doc="diffusion coefficient of the outflow"),)

    def value(self, q: Points) -> Any:
        return 0.5 * self.p.alpha * q.value(self.p.variable)
