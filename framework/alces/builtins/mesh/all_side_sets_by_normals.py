"""A boundary for every direction."""
from __future__ import annotations

from alces.builtins.mesh.side_sets import SideSetsModifier
from alces.mesh import Mesh, sidesets_of_all_normals


class AllSideSetsByNormalsGenerator(SideSetsModifier):
    """A boundary for every direction of the surface's normals, numbered from 1 on, free numbers only."""

    without = ("new_boundary",)

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        p = self.p
        return sidesets_of_all_normals(
            mesh, self.outer_sides(mesh), p.normal_tol, p.fixed_normal, self.paint
        )
