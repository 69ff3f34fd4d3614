"""Parameters that many objects of mechanics share."""

from __future__ import annotations

from alces.params import BOOLEAN, COUPLED, INTEGER, NAME, STRINGS, TENSOR_PROPERTY, VARIABLES, Param
from alces.physics import Object, Points

BASE_NAME = Param(
    "base_name",
    NAME,
    "",
    doc="prefix of the names of all mechanical properties, for several mechanical materials in one place",
)
DISPLACEMENTS = Param(
    "displacements", VARIABLES, doc="displacements in x, y, z, as many as the problem has", unit="m"
)
EIGENSTRAINS = Param("eigenstrain_names", STRINGS, (), doc="eigenstrains that are part of the total strain")
USE_DISPLACED_MESH = Param(
    "use_displaced_mesh", BOOLEAN, False, doc="only false: the theory is that of small strains"
)
ON_DISPLACED_MESH = Param(
    "use_displaced_mesh",
    BOOLEAN,
    True,
    doc="whether volume and area are those of the displaced mesh, if there is one ([Mesh] or [GlobalParams] "
    "with displacements)",
)
EQUILIBRIUM_DISPLACED = Param(
    "use_displaced_mesh",
    BOOLEAN,
    False,
    doc="whether the equilibrium is that of the displaced mesh, if there is one ([Mesh] or [GlobalParams] "
    "with displacements); strains stay small strains",
)
LOCKING_CORRECTION = Param(
    "volumetric_locking_correction",
    BOOLEAN,
    False,
    doc="whether the volumetric strain is its mean over each cell (B-bar), so that first-order elements do "
    "not lock where the volume hardly changes; to be the same in strain materials and kernels",
)
PLANE_STRESS = Param(
    "plane_stress",
    BOOLEAN,
    False,
    doc="whether the stress out of the x-y plane vanishes; goes with ComputePlaneStressSmallStrain",
)
COMPONENT = (
    Param("rank_two_tensor", TENSOR_PROPERTY, doc="the tensor property"),
    Param("index_i", INTEGER, doc="row, 0 to 2", range="index_i >= 0 & index_i <= 2"),
    Param("index_j", INTEGER, doc="column, 0 to 2", range="index_j >= 0 & index_j <= 2"),
)
EIGENSTRAIN_TEMPERATURE = Param(
    "temperature", COUPLED, None, doc="accepted: eigenstrains couple with the temperature by themselves"
)
SAVE_IN_EACH = Param(
    "save_in",
    STRINGS,
    (),
    doc="auxiliary variables for the residual of equilibrium, one for each displacement",
)
AXES = ("x", "y", "z")


def prefixed(base_name: str, name: str) -> str:
    """The name of a property with MOOSE's ``base_name`` prefix."""
    return f"{base_name}_{name}" if base_name else name


def refuse(owner: Object, parameter: str, reason: str) -> None:
    """Complain if a switch that can only be off is on."""
    if getattr(owner.p, parameter):
        raise owner.error(parameter, f"true is not supported: {reason}")


def check_small_strain(owner: Object) -> None:
    """Complain about `use_displaced_mesh = true`."""
    refuse(owner, "use_displaced_mesh", "finite strain is not part of this code, only small strain is")


def check_displaced_mesh(owner: Object) -> None:
    """Complain about the displaced mesh together with `volumetric_locking_correction`."""
    if owner.p.volumetric_locking_correction:
        refuse(owner, "use_displaced_mesh", "volumetric_locking_correction is for the mesh at rest")


def check_locking_correction(owner: Object) -> None:
    """Complain about `volumetric_locking_correction = true` with one displacement."""
    if len(owner.p.displacements) == 1:
        refuse(owner, "volumetric_locking_correction", "a problem with one displacement does not need it")


def check_coordinates(owner: Object, q: Points, wanted: str) -> None:
    """Complain if the coordinate system of the problem is another than the object is for."""
    if (q.coord_type, q.radial) != (wanted, 0):
        axis = " about y" if wanted == "RZ" else ""
        raise owner.error("", f"is for {wanted} coordinates{axis}, but Problem/coord_type is {q.coord_type}")
    n = len(owner.p.displacements)
    if wanted == "RZ" and q.dim != n:
        what = f"with {n} displacement{'s' * (n > 1)}"
        raise owner.error("", f"{what} is for RZ coordinates on a {n}-D mesh, but this one is {q.dim}-D")


def check_save_in(owner: Object) -> None:
    """Complain unless there is one auxiliary variable for each displacement, or none."""
    if len(owner.p.save_in) not in (0, len(owner.p.displacements)):
        raise owner.error("save_in", "needs one variable for each displacement")


def check_displacements(owner: Object) -> None:
    """Complain unless there are one, two or three displacements."""
    n = len(owner.p.displacements)
    if not 1 <= n <= 3:
        raise owner.error("displacements", f"one to three displacements are needed, not {n}")
