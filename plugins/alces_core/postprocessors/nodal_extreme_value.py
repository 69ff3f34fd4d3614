"""Largest or smallest nodal value of a variable."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, Param
from alces.physics import NodePostprocessor, Points
from alces_core.postprocessors.extreme import VALUE_TYPE, measured, reduction


class NodalExtremeValue(NodePostprocessor):
    """Extreme value of u at the nodes; with a proxy, the value of u at the node where the proxy is
    extreme."""

    parameters = (
        Param("variable", COUPLED, doc="variable u"),
        VALUE_TYPE,
        Param("proxy_variable", COUPLED, None,
              doc="variable whose extreme value chooses the node; default: u"),
    )

    def setup(self) -> None:
        self.reduction = reduction(self.p.value_type)

    def integrand(self, q: Points) -> Any:
        return measured(q.value(self.p.variable), self.p.value_type)

    def chooser(self, q: Points) -> Any:
        if self.p.proxy_variable is None:
            return None
        return measured(q.value(self.p.proxy_variable), self.p.value_type)
