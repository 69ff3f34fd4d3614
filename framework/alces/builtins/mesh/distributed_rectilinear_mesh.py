"""Structured meshes by the name that MOOSE has for them on many processes."""
from __future__ import annotations

from typing import ClassVar

from alces.builtins.mesh.generated_mesh import GeneratedMeshGenerator
from alces.params import BOOLEAN, INTEGER, STRING, Param


class DistributedRectilinearMeshGenerator(GeneratedMeshGenerator):
    """The same as `GeneratedMeshGenerator`; how a mesh is distributed is not up to the deck."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("partition", STRING, "", doc="accepted"),
        Param("num_cores_for_partition", INTEGER, 0, doc="accepted"),
        Param("num_side_layers", INTEGER, 2, doc="accepted"),
        Param("verbose", BOOLEAN, False, doc="accepted"),
    )
