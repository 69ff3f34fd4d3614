"""Value of a variable in a cell."""
from __future__ import annotations

import math
from typing import Any

from alces.ad import where
from alces.params import COUPLED, INTEGER, Param
from alces.physics import ElementPostprocessor, Points


class ElementalVariableValue(ElementPostprocessor):
    """Mean of u over the quadrature points of the cell of a number, counted from 0 as in the mesh."""

    reduction = "collect"
    parameters = (
        Param("variable", COUPLED, doc="variable u"),
        Param("elementid", INTEGER, doc="number of the cell", range="elementid >= 0"),
    )

    def integrand(self, q: Points) -> Any:
        return where(q.cell_numbers == self.p.elementid, q.value(self.p.variable), math.nan)

    def finish(self, total: Any) -> float:
        found = total[total == total]
        if not len(found):
            raise self.error("elementid", f"the mesh has no cell {self.p.elementid} where the variable lives")
        return float(found.mean())
