"""Largest or smallest value of a variable in the cells."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, Param
from alces.physics import ElementPostprocessor, Points
from alces_core.postprocessors.extreme import VALUE_TYPE, measured, reduction


class ElementExtremeValue(ElementPostprocessor):
    """Extreme value of u at the quadrature points (not at the nodes); with a proxy, the value of u at the
    point where the proxy is extreme."""

    parameters = (
        Param("variable", COUPLED, doc="variable u"),
        VALUE_TYPE,
        Param("proxy_variable", COUPLED, None,
              doc="variable whose extreme value chooses the point; default: u"),
    )

    def setup(self) -> None:
        self.reduction = reduction(self.p.value_type)

    def integrand(self, q: Points) -> Any:
        return measured(q.value(self.p.variable), self.p.value_type)

    def chooser(self, q: Points) -> Any:
        if self.p.proxy_variable is None:
            return None
        return measured(q.value(self.p.proxy_variable), self.p.value_type)
