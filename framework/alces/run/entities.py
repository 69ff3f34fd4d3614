"""Values at the nodes and cells of all processes, put together and handed out."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import numpy

from alces.mesh import Mesh
from alces.ranks import Ranks

Where = Literal["node", "cell"]


def gathered(
    ranks: Ranks, mesh: Mesh, where: Where, values: Mapping[str, numpy.ndarray]
) -> dict[str, numpy.ndarray]:
    """Values at the nodes (cells) of the whole mesh, on the first process; empty arrays on the others.

    Args:
        values: name -> values (n, ...) at the nodes (cells) of this process.
    """
    part = mesh.part
    if part is None:
        return dict(values)
    ids, own, n = part.nodes, part.own_nodes, part.n_nodes
    if where == "cell":
        ids, own, n = part.cells, part.own_cells, part.n_cells
    parts = ranks.gather((ids[own], {name: a[own] for name, a in values.items()}))
    out: dict[str, numpy.ndarray] = {}
    for name, a in values.items():
        whole = numpy.empty((n if ranks.first else 0, *a.shape[1:]), dtype=a.dtype)
        for numbers, arrays in parts:
            whole[numbers] = arrays[name]
        out[name] = whole
    return out


def handed_out(mesh: Mesh, where: Where, values: numpy.ndarray) -> numpy.ndarray:
    """Those of the values (n, ...) at the nodes (cells) of the whole mesh that this process needs."""
    part = mesh.part
    if part is None:
        return values
    return values[part.nodes if where == "node" else part.cells]
