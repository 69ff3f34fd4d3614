"""Lines drawn out to areas, and areas to volumes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike

from alces.mesh.boundaries import add_sides
from alces.mesh.budget import require_memory
from alces.mesh.errors import MeshError
from alces.mesh.mesh import CellBlock, Mesh, SideSet
from alces.mesh.subdomains import with_subdomains

# New cell type; its sides above the sides of the old cell; the sides at the bottom and at the top.
_DRAWN = {"EDGE2": ("QUAD4", (3, 1), 0, 2), "QUAD4": ("HEX8", (0, 1, 2, 3), 4, 5)}


def extrude(
    mesh: Mesh, levels: ArrayLike, bottom: str = "", top: str = "",
    subdomains: Sequence[Mapping[int, int]] = (),
) -> Mesh:
    """The mesh drawn out through `levels`, the displacements (n_layers + 1, 3) of its nodes.

    Nodes and cells are numbered layer by layer. Boundaries are drawn out with it; `bottom` and `top` name the
    first and the last level. subdomains: for each layer, old id -> new id. Raises MeshError for cells that
    cannot be drawn out (other than EDGE2 and QUAD4), or a direction along them.
    """
    upright = _upright(mesh, np.asarray(levels, dtype=float))
    shift = np.asarray(levels, dtype=float)
    n_layers, n = len(shift) - 1, mesh.n_nodes
    require_memory(mesh.n_cells * n_layers, _DRAWN[mesh.blocks[0].cell_type][0])
    points = (mesh.points + shift[:, None]).reshape(-1, 3)
    blocks, of_layer = [], []
    for block in mesh.blocks:
        kind = _DRAWN[block.cell_type][0]
        lower = np.concatenate([block.cells + k * n for k in range(n_layers)])
        ends = [lower, lower + n] if upright else [lower + n, lower]
        ends[1] = ends[1] if kind == "HEX8" else ends[1][:, ::-1]
        blocks.append(CellBlock(kind, block.subdomain, np.concatenate(ends, axis=1)))
        of_layer.append(np.repeat(np.arange(n_layers), len(block)))
    drawn = Mesh(
        points, mesh.dim + 1, blocks, dict(mesh.subdomain_names),
        {i: _drawn_sides(mesh, s, n_layers) for i, s in mesh.sidesets.items()}, dict(mesh.sideset_names),
        {i: (nodes + n * np.arange(n_layers + 1)[:, None]).ravel() for i, nodes in mesh.nodesets.items()},
        dict(mesh.nodeset_names),
    )  # fmt: skip
    layer = np.concatenate(of_layer)
    ends_of = {bottom: (layer == 0, upright), top: (layer == n_layers - 1, not upright)}
    kinds = np.concatenate([np.full(len(b) * n_layers, b.cell_type) for b in mesh.blocks])
    for name, (chosen, first) in ends_of.items():
        if name:
            cells = np.flatnonzero(chosen)
            sides = np.array([_DRAWN[kind][2 if first else 3] for kind in kinds[cells]], dtype=np.int64)
            drawn = add_sides(drawn, name, SideSet(cells, sides))
    if not subdomains:
        return drawn
    ids = drawn.cell_subdomains
    new = ids.copy()
    for k, table in enumerate(subdomains):
        for before, after in table.items():
            new[(layer == k) & (ids == before)] = after
    return with_subdomains(drawn, new)


def _upright(mesh: Mesh, shift: np.ndarray) -> bool:
    """Whether the cells turn anticlockwise seen against the direction of the levels."""
    turns, along = [], shift[-1] - shift[0]
    for block in mesh.blocks:
        if block.cell_type not in _DRAWN:
            raise MeshError(f"cells of type {block.cell_type} cannot be extruded; can be: EDGE2, QUAD4")
        corners = mesh.points[block.cells]
        if block.cell_type == "EDGE2":
            turns.append(np.cross(corners[:, 1] - corners[:, 0], along)[:, 2])
        else:
            area = np.cross(corners[:, 2] - corners[:, 0], corners[:, 3] - corners[:, 1])
            turns.append(area @ along)
    sign = np.sign(np.concatenate(turns))
    if sign[0] == 0 or (sign != sign[0]).any():
        raise MeshError("the direction of the extrusion lies along the cells, or crosses them both ways")
    return bool(sign[0] > 0)


def _drawn_sides(mesh: Mesh, sides: SideSet, n_layers: int) -> SideSet:
    cells, numbers = [], []
    for block, first in zip(mesh.blocks, mesh.block_offsets[:-1], strict=True):
        inside = (sides.cells >= first) & (sides.cells < first + len(block))
        local = n_layers * first + sides.cells[inside] - first
        table = np.array(_DRAWN[block.cell_type][1])
        cells.append((local + len(block) * np.arange(n_layers)[:, None]).ravel())
        numbers.append(np.tile(table[sides.sides[inside]], n_layers))
    return SideSet(np.concatenate(cells), np.concatenate(numbers))
