"""The mesh: points, blocks of cells, and named subdomains, side sets and node sets."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from alces.mesh.reference_cell import reference_cell

if TYPE_CHECKING:
    from alces.mesh.part import Part

IntArray = NDArray[np.int64]
_FLAT = 1e-10  # extent along an axis, relative to the largest, below which a mesh counts as flat


@dataclass(frozen=True, eq=False)
class CellBlock:
    """Cells of one type in one subdomain; cells: (ncell, nnode) node indices in Exodus order."""

    cell_type: str
    subdomain: int
    cells: IntArray

    def __len__(self) -> int:
        return len(self.cells)


@dataclass(frozen=True, eq=False)
class SideSet:
    """Sides of cells: global cell index and local side (0-based, Exodus order), both (n,)."""

    cells: IntArray
    sides: IntArray

    def __len__(self) -> int:
        return len(self.cells)


@dataclass(frozen=True, eq=False)
class Mesh:
    """An unstructured mesh, never changed once made: functions that modify a mesh return a new one.

    points: (n_nodes, 3); dim: largest dimension of the cells; the global index of a cell counts through the
    blocks in order. Several blocks may share a subdomain (mixed cell types). part: where it comes from if it
    is a part of a larger mesh, which then has all its blocks and boundaries, some of them empty.
    """

    points: NDArray[np.float64]
    dim: int
    blocks: list[CellBlock]
    subdomain_names: dict[int, str] = field(default_factory=dict)
    sidesets: dict[int, SideSet] = field(default_factory=dict)
    sideset_names: dict[int, str] = field(default_factory=dict)
    nodesets: dict[int, IntArray] = field(default_factory=dict)
    nodeset_names: dict[int, str] = field(default_factory=dict)
    part: Part | None = None

    @property
    def n_nodes(self) -> int:
        return len(self.points)

    @property
    def n_cells(self) -> int:
        return sum(len(block) for block in self.blocks)

    @cached_property
    def axes(self) -> int:
        """Number of leading coordinates that the mesh extends along: `dim`, or more if it does not lie along
        the first axes, e.g. 3 for a 2-D mesh in the x-z plane."""
        if self.part is not None:
            return self.part.axes
        extent = np.ptp(self.points, axis=0) if self.n_nodes else np.zeros(3)
        spanned = np.nonzero(extent > _FLAT * extent.max())[0]
        return max(self.dim, int(spanned[-1]) + 1 if len(spanned) else 0)

    @cached_property
    def bounds(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Least and greatest coordinates, (3,) each; of the whole mesh if this is a part."""
        if self.part is not None:
            return self.part.bounds
        return self.points.min(axis=0), self.points.max(axis=0)

    @property
    def block_ids(self) -> list[int]:
        """The subdomain ids in use, ascending."""
        return sorted({block.subdomain for block in self.blocks})

    @property
    def boundary_ids(self) -> list[int]:
        """The ids of all side sets and node sets, ascending."""
        return sorted({*self.sidesets, *self.nodesets})

    @property
    def block_offsets(self) -> IntArray:
        """(nblock + 1,): block b holds the global cells offsets[b] to offsets[b + 1] - 1."""
        return np.cumsum([0, *(len(block) for block in self.blocks)]).astype(np.int64)

    @property
    def cell_subdomains(self) -> IntArray:
        """Subdomain id of every cell, (n_cells,)."""
        return np.repeat(
            np.array([block.subdomain for block in self.blocks], dtype=np.int64), np.diff(self.block_offsets)
        )

    def subdomain_id(self, name_or_number: str | int) -> int:
        """Id of a subdomain given by name or number. Raises KeyError with the known names."""
        return _lookup("subdomain", name_or_number, self.block_ids, self.subdomain_names)

    def boundary_id(self, name_or_number: str | int) -> int:
        """Id of a side set or node set given by name or number, side sets first. Raises KeyError likewise."""
        return _lookup("boundary", name_or_number, self.boundary_ids, self.sideset_names, self.nodeset_names)

    def boundary_nodes(self, boundary: int) -> IntArray:
        """Nodes of the boundary with this id, ascending: those on its sides and those of its node set."""
        parts = [self.nodesets.get(boundary, np.empty(0, dtype=np.int64))]
        if boundary in self.sidesets:
            parts.append(self.side_nodes(self.sidesets[boundary]))
        return np.unique(np.concatenate(parts))

    def side_nodes(self, sideset: SideSet) -> IntArray:
        """Nodes on the sides of a side set, ascending and without repetition."""
        parts = [np.empty(0, dtype=np.int64)]
        for block, first in zip(self.blocks, self.block_offsets[:-1], strict=True):
            local = sideset.cells - first
            inside = (local >= 0) & (local < len(block))
            for side, where in enumerate(reference_cell(block.cell_type).sides):
                chosen = local[inside & (sideset.sides == side)]
                parts.append(block.cells[chosen][:, list(where.nodes)].ravel())
        return np.unique(np.concatenate(parts))


def _lookup(kind: str, wanted: str | int, known: list[int], *tables: dict[int, str]) -> int:
    text = str(wanted).strip()
    for table in tables:
        for number, name in table.items():
            if name == text and number in known:
                return number
    if text.lstrip("-").isdigit() and int(text) in known:
        return int(text)
    names: dict[int, str] = {number: name for table in reversed(tables) for number, name in table.items()}
    listed = ", ".join(f"{names[i]} ({i})" if i in names else str(i) for i in known) or "none"
    raise KeyError(f"unknown {kind} '{text}'; the mesh has: {listed}")
