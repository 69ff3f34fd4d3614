"""Side sets on the interface of subdomains."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from alces.mesh.boundaries import add_sides
from alces.mesh.errors import MeshError
from alces.mesh.faces import faces
from alces.mesh.mesh import Mesh, SideSet


def sidesets_between(
    mesh: Mesh,
    primary: Iterable[str | int],
    paired: Iterable[str | int],
    new_boundary: str | int,
) -> Mesh:
    """Make a side set of the sides of cells in the `primary` subdomains that touch a cell in the `paired`
    ones.

    The sides belong to the primary cells, so normals point from primary into paired (MOOSE's
    SideSetsBetweenSubdomainsGenerator). Raises KeyError for an unknown subdomain and MeshError if they do not
    touch.
    """
    inside = [mesh.subdomain_id(name) for name in primary]
    outside = [mesh.subdomain_id(name) for name in paired]
    shared, subdomains = faces(mesh), mesh.cell_subdomains
    cells, sides = [], []
    for mine, other in ((shared.first, shared.second), (shared.second, shared.first)):
        chosen = np.isin(subdomains[mine.cells], inside) & np.isin(subdomains[other.cells], outside)
        cells.append(mine.cells[chosen])
        sides.append(mine.sides[chosen])
    found = SideSet(np.concatenate(cells), np.concatenate(sides))
    if len(found) == 0:
        raise MeshError(f"boundary '{new_boundary}': subdomains {inside} and {outside} share no side")
    return add_sides(mesh, new_boundary, found)
