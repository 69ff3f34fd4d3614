"""Meshes bent by formulas."""
from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import numpy

from alces.builtins.mesh.formula import CONSTANTS, formula_of, values_at
from alces.builtins.mesh.modifier import MeshModifier
from alces.mesh import Mesh
from alces.params import EXPRESSION, Param


class ParsedNodeTransformGenerator(MeshModifier):
    """Moves every node, mid-side nodes included, to where formulas of its x, y and z say.

    Boundaries and blocks stay what they were. Cells of second order become curved.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        *(Param(f"{axis}_function", EXPRESSION, axis, doc=f"new {axis}, a formula of x, y and z")
          for axis in "xyz"),
        *CONSTANTS,
    )

    def setup(self) -> None:
        self._formulas = [formula_of(self, f"{axis}_function") for axis in "xyz"]

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        moved = numpy.stack([values_at(f, mesh.points) for f in self._formulas], axis=1)
        return replace(mesh, points=moved)
