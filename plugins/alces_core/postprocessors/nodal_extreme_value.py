"""Largest or smallest nodal value of a variable."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, Param
from alces.physics import NodePostprocessor, Points
from alces_core.postprocessors.extreme import VALUE_TYPE, measured, reduction


class NodalExtremeValue(NodePostprocessor):
    """Extreme value of u at the nodes."""

    parameters = (Param("variable", COUPLED, doc="variable u"), VALUE_TYPE)

    def setup(self) -> None:
        self.reduction = reduction(self.p.value_type)

    def integrand(self, q: Points) -> Any:
        return measured(q.value(self.p.variable), self.p.value_type)
