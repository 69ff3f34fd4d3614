"""Postprocessors as a table."""
from __future__ import annotations

from collections.abc import Mapping, Sequence

from alces.params import POSTPROCESSORS, Param
from alces.physics import GeneralVectorPostprocessor, Status


class VectorOfPostprocessors(GeneralVectorPostprocessor):
    """One column, called like the object, of the values of postprocessors."""

    parameters = (Param("postprocessors", POSTPROCESSORS, doc="postprocessors, one a row"),)

    def compute(self, s: Status) -> Mapping[str, Sequence[float]]:
        return {self.name: [s.postprocessor(name) for name in self.p.postprocessors]}
