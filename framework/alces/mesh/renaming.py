"""New names and numbers for subdomains and boundaries; several of them may become one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from alces.mesh.mesh import Mesh, SideSet
from alces.mesh.subdomains import with_subdomains


def rename_subdomains(mesh: Mesh, old: Sequence[str], new: Sequence[str]) -> Mesh:
    """Rename, renumber or merge subdomains, all at once; see `_plan`. Raises KeyError for an unknown one."""
    ids = [mesh.subdomain_id(name) for name in old]
    numbers, names = _plan(ids, new, mesh.block_ids, mesh.subdomain_names)
    subdomains = mesh.cell_subdomains
    for before in ids:
        subdomains = np.where(mesh.cell_subdomains == before, numbers[before], subdomains)
    return with_subdomains(replace(mesh, subdomain_names=names), subdomains)


def rename_boundaries(mesh: Mesh, old: Sequence[str], new: Sequence[str]) -> Mesh:
    """Rename, renumber or merge boundaries, side sets and node sets alike; see `_plan`.

    Raises KeyError for an unknown one.
    """
    ids = [mesh.boundary_id(name) for name in old]
    numbers, names = _plan(ids, new, mesh.boundary_ids, {**mesh.nodeset_names, **mesh.sideset_names})
    rows: dict[int, list[np.ndarray]] = {}
    for before, sides in mesh.sidesets.items():
        rows.setdefault(numbers[before], []).append(np.stack([sides.cells, sides.sides], axis=1))
    sidesets = {}
    for number, parts in sorted(rows.items()):
        both = np.unique(np.concatenate(parts), axis=0) if len(parts) > 1 else parts[0]
        sidesets[number] = SideSet(both[:, 0], both[:, 1])
    nodesets: dict[int, np.ndarray] = {}
    for before, nodes in sorted(mesh.nodesets.items()):
        number = numbers[before]
        nodesets[number] = np.union1d(nodesets[number], nodes) if number in nodesets else nodes
    return replace(
        mesh, sidesets=sidesets, nodesets=nodesets,
        sideset_names={i: name for i, name in names.items() if i in sidesets},
        nodeset_names={i: name for i, name in names.items() if i in nodesets},
    )


def _plan(
    ids: Sequence[int], new: Sequence[str], known: Sequence[int], names: Mapping[int, str]
) -> tuple[dict[int, int], dict[int, str]]:
    """Old id -> new id for all known ids, and the new names.

    A new number is the new id; the name of the first one that gets it goes with it, unless that id exists
    already and keeps its own. A new name keeps the id, unless something else has this name: then they become
    one, with that one's id.
    """
    kept = {i: names[i] for i in known if i in names and i not in ids}
    numbers = {i: i for i in known}
    by_name = {name: i for i, name in kept.items()}
    out = dict(kept)
    for before, wanted in zip(ids, new, strict=True):
        text = str(wanted).strip()
        if text.lstrip("-").isdigit():
            numbers[before] = int(text)
            stays = numbers[before] in known and numbers[before] not in ids
            if before in names and names[before] != str(before) and not stays:
                out.setdefault(numbers[before], names[before])
        else:
            numbers[before] = by_name.setdefault(text, before)
            out[numbers[before]] = text
    return numbers, out
