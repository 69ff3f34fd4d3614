"""Parts of boundaries in a box."""
from __future__ import annotations

from typing import ClassVar

from alces.builtins.mesh.modifier import MeshModifier
from alces.mesh import Mesh, sidesets_in_box
from alces.params import BOOLEAN, INTEGER, NAME, POINT, STRINGS, Choice, Param


class SideSetsFromBoundingBoxGenerator(MeshModifier):
    """Adds what is in (or out of) a box of some boundaries to a new one: sides, or common nodes."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("included_boundaries", STRINGS, doc="the boundaries",
              aliases=("boundaries_old", "boundary_id_old")),
        Param("boundary_new", NAME, doc="name or number of the new boundary", aliases=("boundary_id_new",)),
        Param("bottom_left", POINT, doc="lower corner"),
        Param("top_right", POINT, doc="upper corner"),
        Param("location", Choice("INSIDE", "OUTSIDE"), "INSIDE", doc="which side of the box"),
        Param("boundary_id_overlap", BOOLEAN, False, doc="take the nodes that are on all of the boundaries"),
        Param("block_id", INTEGER, 0, doc="accepted: it never had a meaning"),
    )

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        p = self.p
        return sidesets_in_box(mesh, p.included_boundaries, p.boundary_new, p.bottom_left, p.top_right,
                               p.location, p.boundary_id_overlap)
