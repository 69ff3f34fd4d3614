"""A variable scaled and shifted by postprocessors."""
from __future__ import annotations

from typing import Any

from alces.params import COUPLED, POSTPROCESSOR, REAL, Param
from alces.physics import AuxKernel, Points


class NormalizationAux(AuxKernel):
    """w = v normal_factor / normalization - shift."""

    nodal = True
    parameters = (
        Param("source_variable", COUPLED, doc="variable v"),
        Param("normal_factor", REAL, 1.0, doc="factor"),
        Param("normalization", POSTPROCESSOR, 1.0, doc="postprocessor to divide by"),
        Param("shift", POSTPROCESSOR, 0.0, doc="postprocessor to subtract"),
    )

    def value(self, q: Points) -> Any:
        scale = self.p.normal_factor / q.postprocessor(self.p.normalization)
        return scale * q.value(self.p.source_variable) - q.postprocessor(self.p.shift)
