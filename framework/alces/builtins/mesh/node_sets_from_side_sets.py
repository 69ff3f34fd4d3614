"""Side sets become node sets."""
from __future__ import annotations

from alces.builtins.mesh.modifier import MeshModifier
from alces.mesh import Mesh, nodesets_from_sidesets


class NodeSetsFromSideSetsGenerator(MeshModifier):
    """Makes of every side set a node set of the same number and name."""

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        return nodesets_from_sidesets(mesh)
