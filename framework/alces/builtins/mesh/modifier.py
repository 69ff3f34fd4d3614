"""Base of generators that change one mesh."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from alces.mesh import Mesh
from alces.params import NAME, Param
from alces.physics import MeshGenerator


class MeshModifier(MeshGenerator):
    """Takes the mesh of another generator and returns a changed one."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("input", NAME, doc="the generator whose mesh is changed"),
    )

    def inputs(self) -> Sequence[str]:
        """See `MeshGenerator.inputs`."""
        return (self.p.input,)

    def generate(self, meshes: Mapping[str, Mesh]) -> Mesh:
        """See `MeshGenerator.generate`."""
        return self.change(meshes[self.p.input])

    def change(self, mesh: Mesh) -> Mesh:
        """The changed mesh."""
        raise NotImplementedError(f"{type(self).__name__} changes nothing")
