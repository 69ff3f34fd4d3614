"""Which sides of a mesh a generator of side sets looks at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from alces.mesh.boundaries import add_sides, boundary_number, pick
from alces.mesh.faces import faces
from alces.mesh.mesh import Mesh, SideSet


def choose_sides(
    mesh: Mesh, subdomains: Sequence[str] = (), neighbours: Sequence[str] = (),
    boundaries: Sequence[str] = (), external: bool = False,
) -> SideSet:
    """All sides, inner ones seen from both cells, ordered by cell; only those that fulfil all conditions.

    subdomains: of the cell; neighbours: of the cell on the other side; boundaries: that hold the side;
    external: no cell on the other side. Empty means any. Raises KeyError for an unknown name.
    """
    found, of_cell = faces(mesh), mesh.cell_subdomains
    parts = [found.boundary, *(() if external else (found.first, found.second))]
    others = [np.full(len(found.boundary), -1), found.second.cells, found.first.cells][: len(parts)]
    sides = SideSet(np.concatenate([p.cells for p in parts]), np.concatenate([p.sides for p in parts]))
    beyond = np.concatenate(others)
    chosen = np.ones(len(sides), dtype=bool)
    if subdomains:
        chosen &= np.isin(of_cell[sides.cells], [mesh.subdomain_id(name) for name in subdomains])
    if neighbours:
        wanted = [mesh.subdomain_id(name) for name in neighbours]
        chosen &= (beyond >= 0) & np.isin(of_cell[beyond], wanted)
    if boundaries:
        keys = [_keys(mesh.sidesets[b]) for b in map(mesh.boundary_id, boundaries) if b in mesh.sidesets]
        chosen &= np.isin(_keys(sides), np.concatenate(keys) if keys else ())
    order = np.lexsort((sides.sides, sides.cells))
    return pick(sides, order[chosen[order]])


def replace_sides(mesh: Mesh, name: str | int, sides: SideSet) -> Mesh:
    """Add sides to the side set called `name` and take them out of all others."""
    number, taken = boundary_number(mesh, name), _keys(sides)
    others = {
        i: old if i == number else pick(old, ~np.isin(_keys(old), taken)) for i, old in mesh.sidesets.items()
    }
    return add_sides(replace(mesh, sidesets=others), name, sides)


def _keys(sides: SideSet) -> np.ndarray:
    """One integer for each side (no cell has more than eight)."""
    return 8 * sides.cells + sides.sides
