"""Side sets of the sides whose centres fulfil a condition."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from alces.mesh.boundaries import add_sides
from alces.mesh.errors import MeshError
from alces.mesh.faces import side_table
from alces.mesh.mesh import Mesh


def sidesets_where(
    mesh: Mesh,
    condition: Callable[[float, float, float], bool],
    new_boundary: str | int,
    subdomains: Iterable[str | int] = (),
) -> Mesh:
    """Make a side set of all sides, inner ones too, with ``condition(x, y, z)`` at the mean of their
    vertices.

    subdomains: those whose cells are looked at; default: all. Raises KeyError for an unknown one and
    MeshError if no side is found.
    """
    wanted = [mesh.subdomain_id(name) for name in subdomains]
    table = side_table(mesh)
    real = table.vertices >= 0
    centres = (mesh.points[table.vertices] * real[:, :, None]).sum(axis=1) / real.sum(axis=1, keepdims=True)
    chosen = np.array([bool(condition(*map(float, c))) for c in centres])
    if wanted:
        chosen &= np.isin(mesh.cell_subdomains[table.cells], wanted)
    if not chosen.any():
        raise MeshError(f"boundary '{new_boundary}': no side fulfils the condition")
    return add_sides(mesh, new_boundary, table.pick(np.flatnonzero(chosen)))
