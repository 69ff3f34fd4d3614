"""A boundary between blocks."""
from __future__ import annotations

from typing import ClassVar

from alces.builtins.mesh.modifier import MeshModifier
from alces.mesh import Mesh, sidesets_between
from alces.params import NAME, STRINGS, Param


class SideSetsBetweenSubdomainsGenerator(MeshModifier):
    """Names the sides between two groups of blocks; normals point out of the primary one."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("primary_block", STRINGS, doc="blocks whose sides are taken", aliases=("master_block",)),
        Param("paired_block", STRINGS, doc="blocks on the other side"),
        Param("new_boundary", NAME, doc="name or number of the new boundary"),
    )

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        return sidesets_between(mesh, self.p.primary_block, self.p.paired_block, self.p.new_boundary)
