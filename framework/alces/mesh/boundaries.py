"""Helpers to add named side sets, node sets and subdomains to a mesh."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from alces.mesh.mesh import IntArray, Mesh, SideSet

Painter = Callable[[Mesh, "str | int", SideSet], Mesh]
"""Adds sides to the boundary of a name."""


def boundary_number(mesh: Mesh, name: str | int) -> int:
    """Id for a boundary to be added: that of the one of this name, the number itself, or the next free id."""
    try:
        return mesh.boundary_id(name)
    except KeyError:
        text = str(name).strip()
        return int(text) if text.lstrip("-").isdigit() else max(mesh.boundary_ids, default=-1) + 1


def add_sides(mesh: Mesh, name: str | int, sideset: SideSet) -> Mesh:
    """Add sides to the side set called `name`, made if missing; sides already there are not doubled."""
    number = boundary_number(mesh, name)
    old = mesh.sidesets.get(number, SideSet(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)))
    rows = np.stack(
        [np.concatenate([old.cells, sideset.cells]), np.concatenate([old.sides, sideset.sides])], axis=1
    )
    rows = np.unique(rows, axis=0)
    return replace(
        mesh,
        sidesets={**mesh.sidesets, number: SideSet(rows[:, 0], rows[:, 1])},
        sideset_names=_named(mesh.sideset_names, number, name),
    )


def add_nodes(mesh: Mesh, name: str | int, nodes: Iterable[int] | IntArray) -> Mesh:
    """Add nodes to the node set called `name`, made if it does not exist."""
    number = boundary_number(mesh, name)
    old = mesh.nodesets.get(number, np.empty(0, dtype=np.int64))
    new = np.union1d(old, np.asarray(list(nodes), dtype=np.int64))
    return replace(
        mesh,
        nodesets={**mesh.nodesets, number: new},
        nodeset_names=_named(mesh.nodeset_names, number, name),
    )


def pick(sides: SideSet, chosen: NDArray[np.bool_]) -> SideSet:
    """The chosen ones of some sides."""
    return SideSet(sides.cells[chosen], sides.sides[chosen])


def _named(names: dict[int, str], number: int, name: str | int) -> dict[int, str]:
    if number in names or str(name).strip() == str(number):
        return names
    return {**names, number: str(name).strip()}
