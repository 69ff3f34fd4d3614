"""A boundary by a formula."""
from __future__ import annotations

from typing import ClassVar

from alces.builtins.mesh.modifier import MeshModifier
from alces.expr import ExpressionError, parse
from alces.mesh import Mesh, sidesets_where
from alces.params import EXPRESSION, NAME, STRINGS, Param


class ParsedGenerateSideset(MeshModifier):
    """Names all sides, inner ones too, at whose centre a formula of x, y and z is true."""

    parameters: ClassVar[tuple[Param, ...]] = (
        Param(
            "combinatorial_geometry",
            EXPRESSION,
            doc="formula of x, y, z that is true (not 0) on the boundary",
        ),
        Param("new_sideset_name", NAME, doc="name or number of the boundary"),
        Param(
            "included_subdomains",
            STRINGS,
            (),
            doc="blocks whose sides are looked at; default: all",
            aliases=("included_subdomain_ids",),
        ),
    )

    def setup(self) -> None:
        try:
            self._formula = parse(self.p.combinatorial_geometry)
        except ExpressionError as error:
            raise self.error("combinatorial_geometry", str(error), error.position or 0) from None
        strange = sorted(self._formula.names - {"x", "y", "z"})
        if strange:
            raise self.error("combinatorial_geometry", f"unknown name '{strange[0]}'; known: x, y, z")

    def change(self, mesh: Mesh) -> Mesh:
        """See `MeshModifier.change`."""
        def inside(x: float, y: float, z: float) -> bool:
            return bool(self._formula.evaluate({"x": x, "y": y, "z": z}))

        return sidesets_where(mesh, inside, self.p.new_sideset_name, self.p.included_subdomains)
