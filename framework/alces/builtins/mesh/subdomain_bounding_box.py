"""A block from a box."""
from __future__ import annotations

from typing import ClassVar

from alces.builtins.mesh.modifier import MeshModifier
from alces.mesh import Mesh, bounding_box_subdomain
from alces.params import INTEGER, POINT, STRING, Choice, Param


class SubdomainBoundingBoxGenerator(MeshModifier):
    """Puts the cells with their centre in (or out of) a box into a block."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("block_id", INTEGER, doc="number of the block"),
        Param("block_name", STRING, "", doc="its name"),
        Param("bottom_left", POINT, doc="lower corner"),
        Param("top_right", POINT, doc="upper corner"),
        Param("location", Choice("INSIDE", "OUTSIDE"), "INSIDE", doc="which side of the box"),
    )

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        p = self.p
        return bounding_box_subdomain(mesh, p.bottom_left, p.top_right, p.block_id, p.block_name, p.location)
