"""Parameters that every whole-mesh block takes, and what they do."""
from __future__ import annotations

from alces.mesh import Mesh, order_second, uniform_refine
from alces.params import BOOLEAN, INTEGER, STRINGS, Choice, Param, Values

DISPLACEMENTS = Param("displacements", STRINGS, (), doc="variables that displace the mesh, for objects with "
                      "use_displaced_mesh = true")
USE_DISPLACED_MESH = Param("use_displaced_mesh", BOOLEAN, True, doc="false: no object uses a displaced mesh")
COORDINATES = (
    Param("coord_type", Choice("XYZ", "RZ", "RSPHERICAL"), "XYZ",
          doc="coordinate system: Cartesian, axisymmetric (1-D or 2-D), spherically symmetric (1-D)"),
    Param("rz_coord_axis", Choice("X", "Y"), "Y", doc="symmetry axis of RZ"),
)
FINISH = (
    DISPLACEMENTS,
    USE_DISPLACED_MESH,
    *COORDINATES,
    Param("uniform_refine", INTEGER, 0, doc="times that every cell is halved in each direction",
          range="uniform_refine >= 0 & uniform_refine < 12"),
    Param("second_order", BOOLEAN, False, doc="add mid-side, face and centre nodes"),
    Param("parallel_type", Choice("DEFAULT", "REPLICATED", "DISTRIBUTED"), "DEFAULT", doc="accepted"),
    Param("allow_renumbering", BOOLEAN, True, doc="accepted: nodes are never renumbered"),
)


def finished(mesh: Mesh, p: Values) -> Mesh:
    """The mesh after the steps that `FINISH` asks for."""
    if p.uniform_refine:
        mesh = uniform_refine(mesh, p.uniform_refine)
    return order_second(mesh) if p.second_order else mesh
