"""Values on boundaries."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.params import VARIABLES, Param
from alces.physics import Points, SideSampler


class SideValueSampler(SideSampler):
    """Variables at the quadrature points of boundaries; id is the number of the cell."""

    parameters = (Param("variable", VARIABLES, doc="variables"),)

    def columns(self, q: Points) -> Mapping[str, Any]:
        return {name: q.value(name) for name in self.p.variable}
