"""Base of generators that make side sets from chosen sides."""
from __future__ import annotations

from typing import ClassVar

from alces.builtins.mesh.modifier import MeshModifier
from alces.mesh import Mesh, SideSet, add_sides, choose_sides, replace_sides
from alces.params import BOOLEAN, REAL, STRINGS, Param


class SideSetsModifier(MeshModifier):
    """Chooses sides of the mesh and puts them into boundaries."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("new_boundary", STRINGS, doc="names or numbers of the boundaries"),
        Param("replace", BOOLEAN, False, doc="take the sides out of the boundaries that have them"),
        Param("fixed_normal", BOOLEAN, False,
              doc="false: sides around, whose normal turns slowly from cell to cell, belong to it too"),
        Param("normal_tol", REAL, 0.1, doc="normals n and m are the same if |1 - n . m| is not above",
              range="normal_tol >= 0 & normal_tol <= 2", aliases=("variance",)),
        Param("included_subdomains", STRINGS, (), doc="blocks whose sides are looked at; default: all",
              aliases=("included_subdomain_ids",)),
        Param("included_boundaries", STRINGS, (), doc="boundaries whose sides are looked at; default: all"),
    )

    def outer_sides(self, mesh: Mesh) -> SideSet:
        """The sides on the surface of the mesh that the parameters allow."""
        p = self.p
        return choose_sides(mesh, p.included_subdomains, (), p.included_boundaries, external=True)

    def paint(self, mesh: Mesh, name: str | int, sides: SideSet) -> Mesh:
        """The mesh with these sides in the boundary of this name."""
        return (replace_sides if self.p.replace else add_sides)(mesh, name, sides)

    def match(self, other: str) -> None:
        """Refuse a list that is not as long as that of the boundaries."""
        if len(getattr(self.p, other)) != len(self.p.new_boundary):
            raise self.error(other, f"needs as many entries as new_boundary, {len(self.p.new_boundary)}")
