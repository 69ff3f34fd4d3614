"""Sum over steps."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLEDS, Param
from alces.physics import AuxKernel, Points


class AccumulateAux(AuxKernel):
    """w = w_old + sum_i v_i: each step adds the variables v_i to the value at the end of the previous one."""

    nodal = True
    parameters = (Param("accumulate_from_variable", COUPLEDS, doc="variables v_i"),)

    def value(self, q: Points) -> Any:
        return q.old(self.p.variable) + sum(q.value(v) for v in self.p.accumulate_from_variable)
