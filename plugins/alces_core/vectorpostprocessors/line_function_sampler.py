"""Functions along a line."""
from __future__ import annotations

from collections.abc import Mapping, Sequence

from alces.params import FUNCTIONS, Choice, Param
from alces.physics import GeneralVectorPostprocessor, Status
from alces_core.vectorpostprocessors.line import LINE, line_points


class LineFunctionSampler(GeneralVectorPostprocessor):
    """Functions at equally spaced points of a line, in the mesh or not; id is the distance from the start."""

    parameters = (
        Param("functions", FUNCTIONS, doc="functions"),
        Param("sort_by", Choice("x", "y", "z", "id"), doc="column that orders the rows"),
        *LINE,
    )

    def setup(self) -> None:
        self._points, self._ids = line_points(self.p)

    def compute(self, s: Status) -> Mapping[str, Sequence[float]]:
        x, y, z = zip(*self._points, strict=True)
        values = {str(name): [s.function(name, point) for point in self._points] for name in self.p.functions}
        return {"id": self._ids, "x": x, "y": y, "z": z, **values}
