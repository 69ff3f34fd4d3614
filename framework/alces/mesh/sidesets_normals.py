"""Side sets of the outer sides, chosen by their normals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from alces.mesh.boundaries import Painter, add_sides, pick
from alces.mesh.errors import MeshError
from alces.mesh.faces import faces
from alces.mesh.mesh import Mesh, SideSet
from alces.mesh.side_normals import side_normals, smooth_patches, with_normal
from alces.mesh.side_points import sides_at

_PARALLEL = 1e-5  # normals that differ by less are one direction


def sidesets_from_normals(
    mesh: Mesh, sides: SideSet, new_boundary: Sequence[str], directions: Sequence[Sequence[float]],
    tolerance: float = 0.1, fixed_normal: bool = False, paint: Painter = add_sides,
) -> Mesh:
    """One side set for each direction: the sides with this normal, and with ``fixed_normal = False`` those
    around them, from cell to cell, as long as the normal turns slowly.

    sides: those that are looked at, on the surface of the mesh. Raises MeshError if a direction is zero or no
    side has it.
    """
    normals = side_normals(mesh, sides)
    patches = None if fixed_normal else smooth_patches(mesh, sides, normals, tolerance)
    for name, direction in zip(new_boundary, directions, strict=True):
        length = np.linalg.norm(direction)
        if length < _PARALLEL:
            raise MeshError(f"boundary '{name}': the normal has no direction")
        chosen = with_normal(normals, np.asarray(direction) / length, tolerance)
        if not chosen.any():
            raise MeshError(f"boundary '{name}': no side has the normal {list(direction)}")
        chosen = chosen if patches is None else np.isin(patches, patches[chosen])
        mesh = paint(mesh, name, pick(sides, chosen))
    return mesh


def sidesets_from_points(
    mesh: Mesh, sides: SideSet, new_boundary: Sequence[str], points: Sequence[Sequence[float]],
    tolerance: float = 0.1, fixed_normal: bool = False, paint: Painter = add_sides,
) -> Mesh:
    """One side set for each point: the side at the point and those around it, from cell to cell, with its
    normal (``fixed_normal``) or with a normal that turns slowly.

    Raises MeshError if there is no side at a point.
    """
    normals = side_normals(mesh, sides)
    patches = smooth_patches(mesh, sides, normals, tolerance)
    for name, point in zip(new_boundary, points, strict=True):
        seeds = np.flatnonzero(sides_at(mesh, sides, point))
        if len(seeds) == 0:
            raise MeshError(f"boundary '{name}': there is no side at {list(point)}")
        chosen = np.isin(patches, patches[seeds])
        if fixed_normal:
            chosen = np.zeros(len(sides), dtype=bool)
            for seed in seeds:
                flat = with_normal(normals, normals[seed], tolerance)
                within = smooth_patches(mesh, pick(sides, flat), normals[flat], tolerance)
                chosen[flat] |= within == within[np.flatnonzero(flat) == seed]
        mesh = paint(mesh, name, pick(sides, chosen))
    return mesh


def sidesets_of_all_normals(
    mesh: Mesh, sides: SideSet, tolerance: float = 0.1, fixed_normal: bool = False,
    paint: Painter = add_sides,
) -> Mesh:
    """A side set for each direction of a normal; ids are the free ones from 1 on, in the order of the cells.

    With ``fixed_normal = False`` sides around whose normal turns slowly belong to it too.
    """
    normals = side_normals(mesh, sides)
    patches = np.arange(len(sides)) if fixed_normal else smooth_patches(mesh, sides, normals, tolerance)
    free = _free_ids(mesh.boundary_ids)
    left = np.ones(len(sides), dtype=bool)
    while left.any():
        direction = normals[int(np.argmax(left))]
        chosen = left & np.isin(patches, patches[left & with_normal(normals, direction, _PARALLEL)])
        mesh = paint(mesh, str(next(free)), pick(sides, chosen))
        left &= ~chosen
    return mesh


def sidesets_around(
    mesh: Mesh, subdomains: Iterable[str | int], new_boundary: Sequence[str],
    normal: Sequence[float] | None = None, tolerance: float = 0.1, external_only: bool = False,
    paint: Painter = add_sides,
) -> Mesh:
    """Side sets of the sides of some subdomains that no cell of them shares, seen from inside.

    normal: only sides with this normal. Raises KeyError for an unknown subdomain, MeshError if there is none.
    """
    wanted = [mesh.subdomain_id(name) for name in subdomains]
    found, inside = faces(mesh), np.isin(mesh.cell_subdomains, wanted)
    parts = [pick(found.boundary, inside[found.boundary.cells])]
    if not external_only:
        for mine, other in ((found.first, found.second), (found.second, found.first)):
            parts.append(pick(mine, inside[mine.cells] & ~inside[other.cells]))
    sides = SideSet(np.concatenate([p.cells for p in parts]), np.concatenate([p.sides for p in parts]))
    if normal is not None:
        direction = np.asarray(normal) / np.linalg.norm(normal)
        sides = pick(sides, with_normal(side_normals(mesh, sides), direction, tolerance))
    if len(sides) == 0:
        raise MeshError(f"boundary '{' '.join(new_boundary)}': subdomains {wanted} have no such side")
    for name in new_boundary:
        mesh = paint(mesh, name, sides)
    return mesh


def _free_ids(taken: Sequence[int]) -> Iterator[int]:
    number = 1
    while True:
        if number not in taken:
            yield number
        number += 1
