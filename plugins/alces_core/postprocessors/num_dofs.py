"""Number of unknowns."""
from __future__ import annotations

from alces.params import Choice, Param
from alces.physics import GeneralPostprocessor, Status


class NumDOFs(GeneralPostprocessor):
    """Number of degrees of freedom: of the variables that are solved for, of the auxiliary ones, or all."""

    parameters = (
        Param("system", Choice("NL", "AUX", "ALL"), "ALL", doc="solved for, auxiliary, or both together"),
    )

    def compute(self, s: Status) -> float:
        kinds = {"NL": ("dofs",), "AUX": ("auxiliary dofs",), "ALL": ("dofs", "auxiliary dofs")}
        return float(sum(s.count(kind) for kind in kinds[self.p.system]))
