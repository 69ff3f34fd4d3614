"""Inflow from a postprocessor."""
from __future__ import annotations

from typing import Any

from alces.params import POSTPROCESSOR, Param
from alces.physics import IntegratedBC, Points


class PostprocessorNeumannBC(IntegratedBC):
    """D grad u . n = postprocessor. Weak form: ``<v, -postprocessor>``."""

    parameters = (Param("postprocessor", POSTPROCESSOR, 0.0, doc="inflow through the boundary"),)

    def value(self, q: Points) -> Any:
        return -q.postprocessor(self.p.postprocessor)
