"""Rings, discs and sectors of them (MOOSE's AnnularMesh)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from alces.mesh.budget import require_memory
from alces.mesh.mesh import CellBlock, Mesh, SideSet


def annular(
    radii: ArrayLike, n_angles: int, dmin: float = 0.0, dmax: float = 360.0, quad_subdomain: int = 0,
    tri_subdomain: int = 1,
) -> Mesh:
    """Rings of QUAD4 between the radii (ascending), from angle dmin to dmax in degrees.

    With the first radius zero the innermost ring is made of TRI3, in a subdomain of its own. Nodes go ring
    by ring from the outermost inwards, each anticlockwise. Boundaries: 0 rmin (in a disc the node at the
    centre), 1 rmax, and with open ends 2 dmin, 3 dmax.
    """
    require_memory(n_angles * (np.size(radii) - 1), "QUAD4")
    closed = dmax - dmin == 360.0
    per_ring = n_angles if closed else n_angles + 1
    inwards = np.asarray(radii, dtype=float)[::-1]
    disc = bool(inwards[-1] == 0.0)
    rings = inwards[: len(inwards) - disc]
    angle = np.radians(dmin + (dmax - dmin) * np.arange(per_ring) / n_angles)
    points = np.zeros((len(rings) * per_ring + disc, 3))
    points[: len(rings) * per_ring, 0] = np.outer(rings, np.cos(angle)).ravel()
    points[: len(rings) * per_ring, 1] = np.outer(rings, np.sin(angle)).ravel()
    here = np.arange(n_angles)
    there = (here + 1) % per_ring
    inner = per_ring * np.arange(1, len(rings))[:, None]
    quads = np.stack(
        [inner + there, inner + here, inner - per_ring + here, inner - per_ring + there], axis=2
    ).reshape(-1, 4)
    blocks = [CellBlock("QUAD4", quad_subdomain, quads)] if len(quads) else []
    first_tri = len(quads)
    if disc:
        last = per_ring * (len(rings) - 1)
        triangles = np.stack([np.full(n_angles, len(points) - 1), last + here, last + there], axis=1)
        blocks.append(CellBlock("TRI3", tri_subdomain, triangles))
    by_ring = np.arange(len(quads)).reshape(-1, n_angles)
    cells = first_tri + here
    parts: dict[int, list[tuple[np.ndarray, int]]] = {1: [(by_ring[0], 2)] if len(quads) else [(cells, 1)]}
    if not disc:
        parts[0] = [(by_ring[-1], 0)]
    if not closed:
        parts[2] = [(by_ring[:, 0], 1)] + [(cells[:1], 0)] * disc
        parts[3] = [(by_ring[:, -1], 3)] + [(cells[-1:], 2)] * disc
    sidesets = {
        number: SideSet(
            np.concatenate([c for c, _ in pieces]),
            np.concatenate([np.full(len(c), side, dtype=np.int64) for c, side in pieces]),
        )
        for number, pieces in sorted(parts.items())
    }
    names = dict(enumerate(("rmin", "rmax", "dmin", "dmax")[: 2 if closed else 4]))
    sides_only = Mesh(points, 2, blocks, {}, sidesets, {i: names[i] for i in sidesets})
    nodesets = {number: sides_only.side_nodes(sideset) for number, sideset in sidesets.items()}
    if disc:
        nodesets[0] = np.array([len(points) - 1])
    return replace(sides_only, nodesets=dict(sorted(nodesets.items())), nodeset_names=names)
