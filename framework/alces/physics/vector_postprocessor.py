"""Tables drawn from the solution."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from alces.params import BLOCKS, BOOLEAN, BOUNDARIES, POINT, STRING, STRINGS, Choice, Choices, Param
from alces.physics.base import Object
from alces.physics.points import Points, Status


class VectorPostprocessor(Object):
    """A table per output time: a CSV file ``<file_base>_<name>_<step>.csv``."""

    system: ClassVar[str] = "VectorPostprocessors"
    parameters: ClassVar[tuple[Param, ...]] = (
        Param(
            "execute_on",
            Choices("NONE", "INITIAL", "LINEAR", "NONLINEAR", "TIMESTEP_BEGIN", "TIMESTEP_END", "FINAL"),
            ("TIMESTEP_END",),
            doc="when it is computed",
        ),
        Param("outputs", STRINGS, ("all",), doc="outputs that write it; 'none' for none"),
        Param("contains_complete_history", BOOLEAN, False,
              doc="keep the rows of all times, in one file ``<file_base>_<name>.csv``"),
        Param("parallel_type", STRING, "REPLICATED", doc="accepted"),
    )


class GeneralVectorPostprocessor(VectorPostprocessor):
    """A table from the state of the run and from postprocessors."""

    def compute(self, s: Status) -> Mapping[str, Sequence[float]]:
        """Column -> values."""
        raise NotImplementedError(f"{type(self).__name__} computes nothing")


class Histogram(VectorPostprocessor):
    """Volumes of the mesh, or of some blocks, by a value in them."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("block", BLOCKS, (), doc="blocks to go over; default: all"),
    )

    def edges(self, s: Status) -> Sequence[float]:
        """Edges of the bins, ascending; a bin holds its lower edge."""
        raise NotImplementedError(f"{type(self).__name__} has no bins")

    def value(self, q: Points) -> Any:
        """The value at each quadrature point."""
        raise NotImplementedError(f"{type(self).__name__} has no value")

    def table(self, edges: Sequence[float], volumes: Sequence[float]) -> Mapping[str, Sequence[float]]:
        """Column -> values, from the volumes of the bins."""
        raise NotImplementedError(f"{type(self).__name__} has no columns")


class Sampler(VectorPostprocessor):
    """Values at places of the mesh: one row a place, columns x, y, z, id and those of `columns`."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("sort_by", Choice("x", "y", "z", "id"), doc="column that orders the rows"),
    )

    def columns(self, q: Points) -> Mapping[str, Any]:
        """Column -> value at each place."""
        raise NotImplementedError(f"{type(self).__name__} has no columns")


class PointSampler(Sampler):
    """Values at given points."""

    def points(self) -> Sequence[tuple[float, float, float]]:
        """The points, which must lie in the mesh."""
        raise NotImplementedError(f"{type(self).__name__} has no points")

    def ids(self) -> Sequence[float]:
        """A number for each point."""
        return range(len(self.points()))


class NodeSampler(Sampler):
    """Values at nodes, those where all variables of the object live; id is the number of the node."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("block", BLOCKS, (), doc="blocks whose nodes to go over; default: all"),
        Param("boundary", BOUNDARIES, (), doc="boundaries whose nodes to go over instead"),
    )


class CellSampler(Sampler):
    """Averages over cells, at their centres (the means of their vertices); id is the number of the cell."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("block", BLOCKS, (), doc="blocks to go over; default: all"),
    )


class SideSampler(Sampler):
    """Values at the quadrature points of boundaries; id is the number of the cell."""

    parameters: ClassVar[tuple[Param, ...]] = (Param("boundary", BOUNDARIES, doc="boundaries to go over"),)


class LineSampler(Sampler):
    """Values at all quadrature points of the cells that a straight line crosses.

    id is the distance along the line, from its start, of a point's projection on it.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("start", POINT, doc="start of the line"),
        Param("end", POINT, doc="end of the line"),
        Param("block", BLOCKS, (), doc="blocks to go over; default: all"),
    )

    def setup(self) -> None:
        if self.p.start == self.p.end:
            raise self.error("end", "is the start of the line")
