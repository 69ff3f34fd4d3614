"""The type of a [Mesh] that is made by generators."""
from __future__ import annotations

from collections.abc import Mapping

from alces.mesh import Mesh
from alces.physics import MeshGenerator


class MeshGeneratorMesh(MeshGenerator):
    """Says that the sub-blocks of [Mesh] are generators, as they are in any [Mesh] without a type."""

    def generate(self, meshes: Mapping[str, Mesh]) -> Mesh:
        """See `MeshGenerator.generate`; never called, the sub-blocks do it."""
        raise self.error("type", "needs sub-blocks with generators")
