"""Node sets become side sets."""
from __future__ import annotations

from alces.builtins.mesh.modifier import MeshModifier
from alces.mesh import Mesh, sidesets_from_nodesets


class SideSetsFromNodeSetsGenerator(MeshModifier):
    """Makes of every node set a side set of the same number and name: the sides with all nodes in it."""

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        return sidesets_from_nodesets(mesh)
