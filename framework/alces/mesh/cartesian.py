"""Structured meshes of blocks of different widths (MOOSE's CartesianMeshGenerator)."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from alces.mesh.budget import require_memory
from alces.mesh.errors import MeshError
from alces.mesh.generated import tensor_mesh
from alces.mesh.mesh import Mesh
from alces.mesh.subdomains import with_subdomains


def cartesian(
    widths: Sequence[Sequence[float]], cells: Sequence[Sequence[int]], subdomains: Sequence[int] = ()
) -> Mesh:
    """A mesh from the origin, with the boundary ids and names of `generated`.

    widths: per direction, the width of each block; cells: the number of cells across it; subdomains: id of
    each block, x running fastest, or nothing for 0 everywhere. Raises MeshError where the lists do not fit
    together.
    """
    dim = len(widths)
    for axis, width, count in zip("xyz", widths, cells, strict=False):
        if len(width) != len(count):
            raise MeshError(f"d{axis} has {len(width)} entries, but i{axis} has {len(count)}")
        if min(width) <= 0.0 or min(count) < 1:
            raise MeshError(f"d{axis} and i{axis} must be positive")
    require_memory(math.prod(sum(counts) for counts in cells), ("EDGE2", "QUAD4", "HEX8")[dim - 1])
    mesh = tensor_mesh(dim, [_axis(w, n) for w, n in zip(widths, cells, strict=True)])
    if not subdomains:
        return mesh
    shape = tuple(len(w) for w in widths)
    n_blocks = int(np.prod(shape))
    if len(subdomains) != n_blocks:
        raise MeshError(f"subdomain_id has {len(subdomains)} entries, but there are {n_blocks} blocks")
    table = np.asarray(subdomains, dtype=np.int64).reshape(shape, order="F")
    for direction, count in enumerate(cells):
        table = np.repeat(table, np.asarray(count), axis=direction)
    return with_subdomains(mesh, table.ravel(order="F"))


def _axis(widths: Sequence[float], counts: Sequence[int]) -> np.ndarray:
    """Coordinates of the nodes along one direction."""
    out = [np.zeros(1)]
    for width, n in zip(widths, counts, strict=True):
        out.append(out[-1][-1] + width * (np.arange(1, n + 1) / n))
    return np.concatenate(out)
