"""Prescribed value from a postprocessor."""
from __future__ import annotations

from typing import Any

from alces.params import BOOLEAN, POSTPROCESSOR, Param
from alces.physics import NodalBC, Points


class PostprocessorDirichletBC(NodalBC):
    """u = postprocessor on a boundary."""

    parameters = (
        Param("postprocessor", POSTPROCESSOR, doc="the value of the variable on the boundary"),
        Param("preset", BOOLEAN, True,
              doc="accepted as in MOOSE: the value is always set before the solve, the result is the same"),
    )

    def value(self, q: Points) -> Any:
        return q.postprocessor(self.p.postprocessor)
