"""A mesh without some of its blocks."""
from __future__ import annotations

from typing import ClassVar

from alces.builtins.mesh.modifier import MeshModifier
from alces.mesh import Mesh, delete_subdomains
from alces.params import STRING, STRINGS, Param


class BlockDeletionGenerator(MeshModifier):
    """Takes out the cells of some blocks, and names the sides that become free if asked to."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("block", STRINGS, doc="blocks to take out"),
        Param("new_boundary", STRING, "", doc="name or number of the boundary of the sides that become free"),
    )

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        return delete_subdomains(mesh, self.p.block, self.p.new_boundary)
