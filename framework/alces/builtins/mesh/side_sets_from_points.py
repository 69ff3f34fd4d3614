"""Boundaries by points on them."""
from __future__ import annotations

from typing import ClassVar

from alces.builtins.mesh.side_sets import SideSetsModifier
from alces.mesh import Mesh, sidesets_from_points
from alces.params import POINTS, Param


class SideSetsFromPointsGenerator(SideSetsModifier):
    """A boundary for each point on the surface: the side there and, from cell to cell, those around it."""

    parameters: ClassVar[tuple[Param, ...]] = (Param("points", POINTS, doc="points, one a boundary"),)

    def setup(self) -> None:
        self.match("points")

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        p = self.p
        return sidesets_from_points(
            mesh, self.outer_sides(mesh), p.new_boundary, p.points, p.normal_tol, p.fixed_normal, self.paint
        )
