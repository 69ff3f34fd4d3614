"""Structured meshes of lines, rectangles and boxes."""
from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from alces.mesh import Mesh, generated
from alces.params import INTEGER, REAL, Choice, Param
from alces.physics import MeshGenerator
from alces.run.mesh_finish import FINISH, finished

_TYPES = (
    "EDGE2", "EDGE3", "EDGE", "TRI3", "TRI6", "QUAD4", "QUAD8", "QUAD9", "QUAD", "TET4", "TET10", "HEX8",
    "HEX20", "HEX27", "HEX",
)
_LINEAR = {"EDGE": "EDGE2", "QUAD": "QUAD4", "HEX": "HEX8"}


class GeneratedMeshGenerator(MeshGenerator):
    """A line, rectangle or box of equal (or geometrically growing) cells, with named boundaries.

    Boundaries: left, right; with dim = 2 also bottom, top; with dim = 3 also back, front.
    """

    parameters: ClassVar[tuple[Param, ...]] = (
        Param("dim", INTEGER, doc="1, 2 or 3", range="dim >= 1 & dim <= 3"),
        *(
            Param(f"n{a}", INTEGER, 1, doc=f"cells along {a}", range=f"n{a} >= 0")
            for a in "xyz"
        ),
        *(Param(f"{a}min", REAL, 0.0, doc=f"lower end along {a}", unit="length") for a in "xyz"),
        *(Param(f"{a}max", REAL, 1.0, doc=f"upper end along {a}", unit="length") for a in "xyz"),
        *(
            Param(
                f"bias_{a}",
                REAL,
                1.0,
                doc=f"width ratio of neighbouring cells along {a}",
                range=f"bias_{a} >= 0.5 & bias_{a} <= 2",
            )
            for a in "xyz"
        ),
        Param("elem_type", Choice(*_TYPES), None, doc="cell type; default EDGE2, QUAD4 or HEX8"),
    )

    def generate(self, meshes: Mapping[str, Mesh]) -> Mesh:
        """See `MeshGenerator.generate`."""
        p = self.p
        kind = _LINEAR.get(p.elem_type, p.elem_type)
        return generated(p.dim, p.nx, p.ny, p.nz, p.xmin, p.xmax, p.ymin, p.ymax, p.zmin, p.zmax, kind,
                         p.bias_x, p.bias_y, p.bias_z)


class GeneratedMesh(GeneratedMeshGenerator):
    """The same as the only object of [Mesh]."""

    parameters: ClassVar[tuple[Param, ...]] = FINISH

    def generate(self, meshes: Mapping[str, Mesh]) -> Mesh:
        """See `MeshGenerator.generate`."""
        return finished(super().generate(meshes), self.p)
