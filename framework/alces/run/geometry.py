"""What a deck says about the space that its mesh lies in."""
from __future__ import annotations

from typing import Any

from alces.assembly.coordinates import Coordinates
from alces.fe import reference_cell
from alces.hit import DeckError, DeckErrors, Node
from alces.mesh import Mesh
from alces.params import Values, validate
from alces.run.mesh_finish import COORDINATES, DISPLACEMENTS, USE_DISPLACED_MESH


def coordinates(problem: Values, block: Node, mesh: Mesh) -> Coordinates:
    """The coordinate system of [Problem] or [Mesh]; in RZ a 1-D mesh lies along the radius.

    Raises:
        DeckErrors: the mesh has not the dimension that the coordinate system needs, or both blocks give one.
    """
    given, _ = validate(block, COORDINATES, None, tuple(block.values))
    p = given if given.given("coord_type") else problem
    if p is given and problem.given("coord_type"):
        message = "coord_type stands in [Mesh] and in [Problem]"
        raise DeckErrors([DeckError(message, problem.location_of("coord_type"))])
    kind, axis = p.coord_type, p.rz_coord_axis
    if problem.given("rz_coord_axis"):
        axis = problem.rz_coord_axis
    dims = {"RZ": (1, 2), "RSPHERICAL": (1,)}.get(kind, (mesh.dim,))
    if mesh.dim not in dims:
        wanted = " or ".join(f"{dim}-D" for dim in dims)
        message = f"coord_type = {kind} needs a {wanted} mesh, but this one is {mesh.dim}-D"
        raise DeckErrors([DeckError(message, p.location_of("coord_type"))])
    return Coordinates(kind, 1 if kind == "RZ" and mesh.dim == 2 and axis == "X" else 0)


def displacements(builder: Any) -> tuple[str, ...]:
    """Variables that displace the mesh: those of [Mesh] or [GlobalParams]; none if this is switched off.

    Raises:
        DeckErrors: one of them is no variable.
    """
    mesh = builder.deck.children["Mesh"]
    values, errors = validate(mesh, (DISPLACEMENTS, USE_DISPLACED_MESH), builder.globals, tuple(mesh.values))
    for name in values.displacements:
        if name not in builder.variables and name not in builder.auxiliaries:
            message = f"Unknown variable '{name}' in [Mesh], parameter 'displacements'"
            errors.append(DeckError(message, values.location_of("displacements")))
    if errors:
        raise DeckErrors(errors)
    return values.displacements if values.use_displaced_mesh else ()


def order_of(mesh: Mesh | None) -> str:
    """SECOND if all cells of the mesh have nodes for it, else FIRST."""
    second = mesh is not None and all(reference_cell(b.cell_type).order == 2 for b in mesh.blocks)
    return "SECOND" if second else "FIRST"
