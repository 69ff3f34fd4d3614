"""A boundary of the nodes in a box."""
from __future__ import annotations

from typing import ClassVar

from alces.builtins.mesh.modifier import MeshModifier
from alces.mesh import Mesh, bounding_box_nodeset
from alces.params import NAME, POINT, Choice, Param


class BoundingBoxNodeSetGenerator(MeshModifier):
    """Adds the nodes in (or out of) a box to a node set."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("new_boundary", NAME, doc="name or number of the node set"),
        Param("bottom_left", POINT, doc="lower corner"),
        Param("top_right", POINT, doc="upper corner"),
        Param("location", Choice("INSIDE", "OUTSIDE"), "INSIDE", doc="which side of the box"),
    )

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        return bounding_box_nodeset(
            mesh, self.p.new_boundary, self.p.bottom_left, self.p.top_right, self.p.location
        )
