"""Parameters of MOOSE that objects of many systems take."""
from __future__ import annotations

from alces.params import STRINGS, Never, Param

UNDISPLACED = Param(
    "use_displaced_mesh", Never("this object knows the undisplaced mesh only"), False,
    doc="only false: the mesh is where it was at the start",
)
TAGS = tuple(
    Param(name, STRINGS, (), doc="accepted: labels of parts of the system, which nothing here reads")
    for name in ("vector_tags", "matrix_tags", "extra_vector_tags", "extra_matrix_tags",
                 "absolute_value_vector_tags")
)
