"""New names and numbers of blocks and boundaries."""
from __future__ import annotations

from typing import ClassVar

from alces.builtins.mesh.modifier import MeshModifier
from alces.mesh import Mesh, rename_boundaries, rename_subdomains
from alces.params import STRINGS, Param


class RenameBlockGenerator(MeshModifier):
    """Renames, renumbers or merges blocks, all at once.

    A new number is the block's new number. A new name leaves the number alone, unless another block already
    has the name: then they become one block.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("old_block", STRINGS, doc="names or numbers of blocks",
              aliases=("old_block_id", "old_block_name")),
        Param("new_block", STRINGS, doc="their new names or numbers",
              aliases=("new_block_id", "new_block_name")),
    )

    def setup(self) -> None:
        if len(self.p.old_block) != len(self.p.new_block):
            raise self.error("new_block", f"needs as many entries as old_block, {len(self.p.old_block)}")

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        return rename_subdomains(mesh, self.p.old_block, self.p.new_block)


class RenameBoundaryGenerator(MeshModifier):
    """Renames, renumbers or merges boundaries, all at once, by the rules of `RenameBlockGenerator`."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("old_boundary", STRINGS, doc="names or numbers of boundaries",
              aliases=("old_boundary_id", "old_boundary_name")),
        Param("new_boundary", STRINGS, doc="their new names or numbers",
              aliases=("new_boundary_id", "new_boundary_name")),
    )

    def setup(self) -> None:
        if len(self.p.old_boundary) != len(self.p.new_boundary):
            raise self.error("new_boundary",
                             f"needs as many entries as old_boundary, {len(self.p.old_boundary)}")

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        return rename_boundaries(mesh, self.p.old_boundary, self.p.new_boundary)
