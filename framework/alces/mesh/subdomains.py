"""Assigning cells to subdomains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from alces.mesh.box import in_box
from alces.mesh.errors import MeshError
from alces.mesh.mesh import CellBlock, IntArray, Mesh, SideSet
from alces.mesh.reference_cell import reference_cell


def bounding_box_subdomain(
    mesh: Mesh,
    bottom_left: Sequence[float],
    top_right: Sequence[float],
    block_id: int,
    block_name: str = "",
    location: str = "INSIDE",
) -> Mesh:
    """Put the cells whose vertex average lies in (or out of) the box into subdomain `block_id`.

    Raises MeshError for a box turned inside out, an unknown location, or when no cell is chosen.
    """
    chosen = in_box(centroids(mesh), bottom_left, top_right, location)
    if not chosen.any():
        raise MeshError(f"subdomain {block_id}: no cell is {location.lower()} the box")
    changed = with_subdomains(mesh, np.where(chosen, block_id, mesh.cell_subdomains))
    if not block_name:
        return changed
    return replace(changed, subdomain_names={**changed.subdomain_names, block_id: block_name})


def centroids(mesh: Mesh) -> NDArray[np.float64]:
    """Mean of the vertices of every cell, (n_cells, 3)."""
    parts = [np.empty((0, 3))]
    for block in mesh.blocks:
        vertices = block.cells[:, : reference_cell(block.cell_type).n_vertices]
        parts.append(mesh.points[vertices].mean(axis=1))
    return np.concatenate(parts)


def with_subdomains(mesh: Mesh, subdomains: IntArray) -> Mesh:
    """The mesh with the subdomain of every cell (n_cells,) replaced.

    Cells are regrouped into one block per subdomain (ascending) and cell type; within a block they keep their
    order.
    """
    types = sorted({block.cell_type for block in mesh.blocks})
    kind = np.repeat([types.index(block.cell_type) for block in mesh.blocks], np.diff(mesh.block_offsets))
    order = np.lexsort((kind, subdomains))
    blocks = []
    for subdomain in np.unique(subdomains):
        for number, cell_type in enumerate(types):
            wanted = (subdomains == subdomain) & (kind == number)
            parts = [
                block.cells[wanted[first : first + len(block)]]
                for block, first in zip(mesh.blocks, mesh.block_offsets[:-1], strict=True)
                if block.cell_type == cell_type
            ]
            cells = np.concatenate(parts)
            if len(cells):
                blocks.append(CellBlock(cell_type, int(subdomain), cells))
    moved = np.empty(mesh.n_cells, dtype=np.int64)
    moved[order] = np.arange(mesh.n_cells)
    sidesets = {number: SideSet(moved[old.cells], old.sides) for number, old in mesh.sidesets.items()}
    names = {i: name for i, name in mesh.subdomain_names.items() if i in set(subdomains.tolist())}
    return replace(mesh, blocks=blocks, sidesets=sidesets, subdomain_names=names)
