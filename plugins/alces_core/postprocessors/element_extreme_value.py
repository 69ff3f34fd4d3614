"""Largest or smallest value of a variable in the cells."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, Param
from alces.physics import ElementPostprocessor, Points
from alces_core.postprocessors.extreme import VALUE_TYPE, measured, reduction


class ElementExtremeValue(ElementPostprocessor):
    """Extreme value of u at the quadrature points (not at the nodes)."""

    parameters = (Param("variable", COUPLED, doc="variable u"), VALUE_TYPE)

    def setup(self) -> None:
        self.reduction = reduction(self.p.value_type)

    def integrand(self, q: Points) -> Any:
        return measured(q.value(self.p.variable), self.p.value_type)
