"""Several meshes as one."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from alces.mesh import Mesh, collect, stitch, transform
from alces.params import BOOLEAN, POINTS, STRINGS, Choice, Kind, Param
from alces.physics import MeshGenerator


class MeshCollectionGenerator(MeshGenerator):
    """The meshes of several generators in one, with nothing joined; blocks and boundaries of one number are
    one."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("inputs", STRINGS, doc="the generators whose meshes are taken"),
    )

    def inputs(self) -> Sequence[str]:
        """See `MeshGenerator.inputs`."""
        return self.p.inputs

    def generate(self, meshes: Mapping[str, Mesh]) -> Mesh:
        """See `MeshGenerator.generate`."""
        return collect([meshes[name] for name in self.p.inputs])


class CombinerGenerator(MeshCollectionGenerator):
    """As `MeshCollectionGenerator`, with each mesh moved, or one mesh at several places."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("positions", POINTS, (), doc="displacement of each mesh, or of each copy of the only one"),
    )

    def setup(self) -> None:
        if self.p.positions and len(self.p.inputs) not in (1, len(self.p.positions)):
            raise self.error("positions", "needs one displacement for each of the inputs")

    def generate(self, meshes: Mapping[str, Mesh]) -> Mesh:
        """See `MeshGenerator.generate`."""
        given = [meshes[name] for name in self.p.inputs]
        if not self.p.positions:
            return collect(given)
        given = given * len(self.p.positions) if len(given) == 1 else given
        moved = zip(given, self.p.positions, strict=True)
        return collect([transform(mesh, "TRANSLATE", where) for mesh, where in moved])


def _pairs(text: str) -> tuple[tuple[str, ...], ...]:
    pairs = tuple(tuple(part.split()) for part in text.split(";") if part.strip())
    if any(len(pair) != 2 for pair in pairs):
        raise ValueError("pairs of boundaries are written 'a b; c d'")
    return pairs


class StitchedMeshGenerator(MeshCollectionGenerator):
    """Meshes sewn together along boundaries whose nodes are at the same places."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("stitch_boundaries_pairs", Kind("pairs of boundaries 'a b; c d'", _pairs),
              doc="for each mesh after the first, a boundary of what is there already and one of the mesh"),
        Param("clear_stitched_boundary_ids", BOOLEAN, True, doc="forget the boundaries that were sewn"),
        Param("prevent_boundary_ids_overlap", BOOLEAN, True,
              doc="where numbers of boundaries collide, renumber those of the mesh that is added"),
        Param("merge_boundaries_with_same_name", BOOLEAN, True, doc="boundaries of one name become one"),
        Param("algorithm", Choice("BINARY", "EXHAUSTIVE"), "BINARY", doc="accepted"),
    )

    def setup(self) -> None:
        if len(self.p.stitch_boundaries_pairs) != len(self.p.inputs) - 1:
            raise self.error("stitch_boundaries_pairs", "needs a pair for each of the inputs but the first")

    def generate(self, meshes: Mapping[str, Mesh]) -> Mesh:
        """See `MeshGenerator.generate`."""
        p = self.p
        return stitch(
            [meshes[name] for name in p.inputs], p.stitch_boundaries_pairs, p.clear_stitched_boundary_ids,
            p.prevent_boundary_ids_overlap, p.merge_boundaries_with_same_name,
        )
