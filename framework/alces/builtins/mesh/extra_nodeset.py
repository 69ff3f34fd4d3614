"""A boundary of chosen nodes."""
from __future__ import annotations

from typing import ClassVar

from alces.builtins.mesh.modifier import MeshModifier
from alces.mesh import Mesh, extra_nodeset
from alces.params import INTEGERS, REAL, STRING, STRINGS, Param


class ExtraNodesetGenerator(MeshModifier):
    """Adds nodes, given by number or by coordinates, to a node set."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("new_boundary", STRINGS, doc="names or numbers of the node sets"),
        Param("nodes", INTEGERS, (), doc="node numbers, from 0"),
        Param("coord", STRING, "", doc="points 'x y z; x y z' with nodes at them"),
        Param("tolerance", REAL, 1e-6, doc="largest distance from a point to its node", unit="length"),
    )

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        try:
            points = [
                tuple(float(w) for w in part.split()) for part in self.p.coord.split(";") if part.strip()
            ]
        except ValueError as error:
            raise self.error("coord", str(error)) from None
        return extra_nodeset(mesh, self.p.new_boundary, self.p.nodes, points, self.p.tolerance)
