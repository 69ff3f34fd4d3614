"""Largest or smallest value of a variable on a boundary."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, Param
from alces.physics import Points, SidePostprocessor
from alces_core.postprocessors.extreme import VALUE_TYPE, measured, reduction


class SideExtremeValue(SidePostprocessor):
    """Extreme value of u at the quadrature points of boundaries (not at the nodes). Same as MOOSE's, without
    its `proxy_variable`."""

    parameters = (Param("variable", COUPLED, doc="variable u"), VALUE_TYPE)

    def setup(self) -> None:
        self.reduction = reduction(self.p.value_type)

    def integrand(self, q: Points) -> Any:
        return measured(q.value(self.p.variable), self.p.value_type)
