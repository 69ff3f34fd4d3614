"""A boundary by a formula."""
from __future__ import annotations

from typing import ClassVar

import numpy

from alces.builtins.mesh.formula import FORMULA, formula_of, holds
from alces.builtins.mesh.side_sets import SideSetsModifier
from alces.mesh import Mesh, choose_sides, pick, side_normals, sidesets_where, with_normal
from alces.params import BOOLEAN, NAME, POINT, STRINGS, Param


class ParsedGenerateSideset(SideSetsModifier):
    """Names all sides, inner ones too, at whose centre a formula of x, y and z is true."""

    parameters: ClassVar[tuple[Param, ...]] = (
        *FORMULA,
        Param("new_sideset_name", NAME, doc="name or number of the boundary"),
        Param("normal", POINT, None, doc="only sides with this outward normal"),
        Param("included_neighbors", STRINGS, (), doc="blocks on the other side; default: any",
              aliases=("included_neighbor_ids",)),
        Param("include_only_external_sides", BOOLEAN, False, doc="only sides on the surface of the mesh"),
    )
    without = ("new_boundary", "fixed_normal")

    def setup(self) -> None:
        self._formula = formula_of(self)
        if self.p.normal is not None and not any(self.p.normal):
            raise self.error("normal", "must not be zero")

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        p = self.p
        sides = choose_sides(mesh, p.included_subdomains, p.included_neighbors, p.included_boundaries,
                             p.include_only_external_sides)
        if p.normal is not None:
            wanted = numpy.array(p.normal) / numpy.linalg.norm(p.normal)
            sides = pick(sides, with_normal(side_normals(mesh, sides), wanted, p.normal_tol))
        return sidesets_where(
            mesh, lambda points: holds(self._formula, points), p.new_sideset_name, sides, self.paint
        )
