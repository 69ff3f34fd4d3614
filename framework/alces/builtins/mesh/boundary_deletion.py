"""A mesh without some of its boundaries."""
from __future__ import annotations

from typing import ClassVar

from alces.builtins.mesh.modifier import MeshModifier
from alces.mesh import Mesh, delete_boundaries
from alces.params import STRINGS, Choice, Param


class BoundaryDeletionGenerator(MeshModifier):
    """Forgets the named boundaries, or all others."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("boundary_names", STRINGS, doc="the boundaries"),
        Param("operation", Choice("keep", "remove"), "remove", doc="what is done with them"),
    )

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        return delete_boundaries(mesh, self.p.boundary_names, self.p.operation == "keep")
