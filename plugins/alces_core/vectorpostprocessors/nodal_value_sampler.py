"""Values at nodes."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alces.params import BOOLEAN, VARIABLES, Param
from alces.physics import NodeSampler, Points


class NodalValueSampler(NodeSampler):
    """Variables at the nodes of blocks or boundaries; id is the number of the node."""

    parameters = (
        Param("variable", VARIABLES, doc="variables with values at nodes"),
        Param("unique_node_execute", BOOLEAN, False, doc="accepted: no node comes twice"),
    )

    def columns(self, q: Points) -> Mapping[str, Any]:
        return {name: q.value(name) for name in self.p.variable}
