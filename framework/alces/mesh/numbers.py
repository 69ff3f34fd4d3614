"""The numbers that MOOSE (libMesh) gives to nodes."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from alces.mesh.mesh import IntArray, Mesh

# libMesh's local order of the nodes of a cell, as places in the Exodus order, where they differ.
_LOCAL = {"HEX27": (*range(20), 21, 25, 24, 26, 23, 22, 20)}


@lru_cache(maxsize=4)
def node_numbers(mesh: Mesh) -> IntArray:
    """libMesh's number of every node, (n_nodes,): in the order in which the cells first name them.

    That is its renumbering, which MOOSE leaves on unless a deck says ``allow_renumbering = false``. Cells
    are gone through in the order of this mesh.
    """
    if mesh.part is not None:
        return mesh.part.node_numbers
    named = []
    for block in mesh.blocks:
        order = list(_LOCAL.get(block.cell_type, range(block.cells.shape[1])))
        named.append(block.cells[:, order].ravel())
    nodes, first = np.unique(np.concatenate(named), return_index=True)
    numbers = np.full(mesh.n_nodes, -1, dtype=np.int64)
    numbers[nodes[np.argsort(first)]] = np.arange(len(nodes))
    free = numbers < 0
    numbers[free] = np.arange(len(nodes), mesh.n_nodes)
    return numbers
