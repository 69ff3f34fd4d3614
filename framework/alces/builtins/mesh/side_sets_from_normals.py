"""Boundaries by the direction of their normals."""
from __future__ import annotations

from typing import ClassVar

from alces.builtins.mesh.side_sets import SideSetsModifier
from alces.mesh import Mesh, sidesets_from_normals
from alces.params import POINTS, Param


class SideSetsFromNormalsGenerator(SideSetsModifier):
    """A boundary for each of the given outward normals: all outer sides that have it."""

    parameters: ClassVar[tuple[Param, ...]] = (Param("normals", POINTS, doc="normals, one a boundary"),)

    def setup(self) -> None:
        self.match("normals")

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        p = self.p
        return sidesets_from_normals(
            mesh, self.outer_sides(mesh), p.new_boundary, p.normals, p.normal_tol, p.fixed_normal, self.paint
        )
