"""Tables drawn from the solution."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from alces.params import STRINGS, Choice, Choices, Param
from alces.physics.base import Object
from alces.physics.points import Points


class VectorPostprocessor(Object):
    """A table per output time: a CSV file ``<file_base>_<name>_<step>.csv``."""

    system: ClassVar[str] = "VectorPostprocessors"
    parameters: ClassVar[tuple[Param, ...]] = (
        Param(
            "execute_on",
            Choices("NONE", "INITIAL", "TIMESTEP_BEGIN", "TIMESTEP_END", "FINAL"),
            ("TIMESTEP_END",),
            doc="when it is computed",
        ),
        Param("outputs", STRINGS, ("all",), doc="outputs that write it; 'none' for none"),
    )


class PointSampler(VectorPostprocessor):
    """Values at given points: one row a point, columns x, y, z, id and those of `columns`."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("sort_by", Choice("x", "y", "z", "id"), doc="column that orders the rows"),
    )

    def points(self) -> Sequence[tuple[float, float, float]]:
        """The points, which must lie in the mesh."""
        raise NotImplementedError(f"{type(self).__name__} has no points")

    def ids(self) -> Sequence[float]:
        """A number for each point."""
        return range(len(self.points()))

    def columns(self, q: Points) -> Mapping[str, Any]:
        """Column -> value at one point."""
        raise NotImplementedError(f"{type(self).__name__} has no columns")
