"""Objects of the deck's [Mesh]."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from alces.mesh import Mesh
from alces.physics.base import Object


class MeshGenerator(Object):
    """Makes a mesh, or changes the meshes of other generators."""

    system: ClassVar[str] = "Mesh"

    def inputs(self) -> Sequence[str]:
        """Names of the generators whose meshes this one needs."""
        return ()

    def generate(self, meshes: Mapping[str, Mesh]) -> Mesh:
        """The mesh.

        Args:
            meshes: the meshes of `inputs`.

        Raises:
            MeshError: with what is wrong.
        """
        raise NotImplementedError(f"{type(self).__name__} makes no mesh")
