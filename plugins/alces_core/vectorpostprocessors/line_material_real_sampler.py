"""Material properties along a line."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.params import PROPERTIES, Param
from alces.physics import LineSampler, Points


class LineMaterialRealSampler(LineSampler):
    """Properties at all quadrature points of the cells that a line crosses; id is the distance along it."""

    parameters = (Param("property", PROPERTIES, doc="properties"),)

    def columns(self, q: Points) -> Mapping[str, Any]:
        return {str(name): q.property(name) for name in self.p.property}
