"""Number of variables."""
from __future__ import annotations

from alces.params import Choice, Param
from alces.physics import GeneralPostprocessor, Status


class NumVars(GeneralPostprocessor):
    """Number of variables: of those that are solved for, or of the auxiliary ones."""

    parameters = (Param("system", Choice("nonlinear", "auxiliary"), "nonlinear", doc="which variables"),)

    def compute(self, s: Status) -> float:
        return float(s.count("variables" if self.p.system == "nonlinear" else "auxiliary variables"))
