"""The boundary of blocks."""
from __future__ import annotations

from typing import ClassVar

from alces.builtins.mesh.side_sets import SideSetsModifier
from alces.mesh import Mesh, sidesets_around
from alces.params import BOOLEAN, POINT, STRINGS, Param


class SideSetsAroundSubdomainGenerator(SideSetsModifier):
    """Names the sides of some blocks that no cell of these blocks shares, seen from inside."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("block", STRINGS, doc="the blocks"),
        Param("normal", POINT, None, doc="only sides with this outward normal"),
        Param("external_only", BOOLEAN, False, doc="only sides on the surface of the mesh",
              aliases=("include_only_external_sides",)),
    )
    without = ("fixed_normal", "included_subdomains", "included_boundaries")

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        p = self.p
        return sidesets_around(
            mesh, p.block, p.new_boundary, p.normal, p.normal_tol, p.external_only, self.paint
        )
