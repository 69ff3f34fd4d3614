"""Numbers of the unknowns: node by node, variable by variable; then cell by cell."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy

from alces.dofs.ghosts import ghosts_of
from alces.dofs.space import Space
from alces.dofs.variable import Variable
from alces.fe import reference_cell
from alces.mesh import Mesh
from alces.ranks import Ranks


@dataclass(frozen=True)
class Layout:
    """Where the unknowns of a variable can sit; variables with equal layouts share sparsity patterns.

    Attributes:
        space: family and order.
        blocks: subdomain ids, empty for all.
        cells: per mesh block, entity indices (ncell, n_local), or None where the variable does not live.
        n_entities: number of entities (mesh nodes or mesh cells).
    """

    space: Space
    blocks: tuple[int, ...]
    cells: tuple[numpy.ndarray | None, ...]
    n_entities: int


class DofMap:
    """Numbering of all unknowns of a set of variables.

    Args:
        mesh: the mesh.
        variables: in the order of the deck.
        merged: variable name -> for each node the node that carries its unknown (periodic conditions).
        ranks: the processes that share the mesh; default: a lone one.

    Attributes:
        n: number of unknowns.
        layouts: one `Layout` per variable (shared where equal).
        dofs: per variable, unknown of each entity (node or cell), -1 where there is none. Where nodes have
            several unknowns, the values at all nodes come first.
        field: (n,) variable index of each unknown.
        ghosts: which of them this process owns.
        merged: as given.
    """

    def __init__(
        self, mesh: Mesh, variables: Sequence[Variable], merged: Mapping[str, numpy.ndarray] | None = None,
        ranks: Ranks | None = None,
    ):
        self.mesh = mesh
        self.variables = tuple(variables)
        self.index = {v.name: i for i, v in enumerate(variables)}
        self.merged = merged = merged or {}
        cache: dict = {}
        self.layouts = [self._layout(v, merged.get(v.name), cache) for v in variables]
        self.dofs, self.n = self._number(merged)
        self._cell_dofs: dict[tuple[int, int], numpy.ndarray | None] = {}
        self.field = numpy.empty(self.n, dtype=numpy.int64)
        for i, dofs in enumerate(self.dofs):
            self.field[dofs[dofs >= 0]] = i
        self.ghosts = ghosts_of(self, ranks or Ranks())

    def _layout(self, v: Variable, merge: numpy.ndarray | None, cache: dict) -> Layout:
        key = (v.space, v.blocks, None if merge is None else merge.tobytes())
        if key in cache:
            return cache[key]
        cells: list[numpy.ndarray | None] = []
        start = 0
        for block in self.mesh.blocks:
            n = len(block.cells)
            if v.blocks and block.subdomain not in v.blocks:
                cells.append(None)
            elif v.space.nodal:
                table = block.cells[:, : v.space.n_local(block.cell_type)]
                table = table if merge is None else merge[table]
                cells.append(numpy.concatenate(
                    [table + k * self.mesh.n_nodes for k in range(v.space.components)], axis=1))
            else:
                first = numpy.arange(start, start + n)[:, None]
                cells.append(first + self.mesh.n_cells * numpy.arange(v.space.n_local(block.cell_type)))
            start += n
        n_entities = (self.mesh.n_nodes if v.space.nodal else self.mesh.n_cells) * v.space.components
        cache[key] = Layout(v.space, v.blocks, tuple(cells), n_entities)
        return cache[key]

    def _number(self, merged: Mapping[str, numpy.ndarray]) -> tuple[list[numpy.ndarray], int]:
        present = []
        for layout in self.layouts:
            mask = numpy.zeros(layout.n_entities, dtype=bool)
            for cells in layout.cells:
                if cells is not None:
                    mask[cells.ravel()] = True
            present.append(mask)
        dofs = [numpy.full(layout.n_entities, -1, dtype=numpy.int64) for layout in self.layouts]
        n = 0
        kinds = [(not layout.space.nodal, layout.n_entities) for layout in self.layouts]
        for kind in sorted(set(kinds)):
            members = [i for i, k in enumerate(kinds) if k == kind]
            masks = numpy.stack([present[i] for i in members], axis=1)
            numbers = n + numpy.cumsum(masks.ravel()).reshape(masks.shape) - 1
            for column, i in enumerate(members):
                dofs[i] = numpy.where(masks[:, column], numbers[:, column], -1)
            n += int(masks.sum())
        for name, merge in merged.items():
            if name in self.index and self.layouts[self.index[name]].space.nodal:
                i = self.index[name]
                by_component = dofs[i].reshape(-1, self.mesh.n_nodes)
                dofs[i] = by_component[:, merge].ravel()
        return dofs, n

    def cell_dofs(self, variable: int, block: int) -> numpy.ndarray | None:
        """Unknowns (ncell, n_local) of a variable on a mesh block; None where it does not live."""
        key = (variable, block)
        if key not in self._cell_dofs:
            cells = self.layouts[variable].cells[block]
            self._cell_dofs[key] = None if cells is None else self.dofs[variable][cells]
        return self._cell_dofs[key]

    def points(self) -> numpy.ndarray:
        """Where each unknown is, (n, 3): its node, or the middle of its cell."""
        out = numpy.zeros((self.n, 3))
        middles = [self.mesh.points[block.cells].mean(axis=1) for block in self.mesh.blocks]
        for layout, dofs in zip(self.layouts, self.dofs, strict=True):
            at = self.mesh.points if layout.space.nodal else numpy.concatenate(middles)
            there = dofs >= 0
            out[dofs[there]] = numpy.tile(at, (layout.space.components, 1))[there]
        return out

    def node_values(self, variable: int, vector: numpy.ndarray) -> numpy.ndarray:
        """Values (n_nodes,) of a variable at every mesh node, 0 outside its blocks.

        Nodes that carry no unknown of it take the interpolated value of their cell (mid-side nodes of a
        first-order variable on a second-order mesh); of variables that live in cells they take the mean of
        the values in the cells around.
        """
        if not self.layouts[variable].space.nodal:
            return self._means_at_nodes(variable, vector)
        dofs = self.dofs[variable][: self.mesh.n_nodes]
        out = numpy.where(dofs >= 0, vector[dofs], 0.0)
        space = self.layouts[variable].space
        if space.components > 1:
            return out
        for block, cells in zip(self.mesh.blocks, self.layouts[variable].cells, strict=True):
            if cells is None or cells.shape[1] == block.cells.shape[1]:
                continue
            table = space.element(block.cell_type).shape(reference_cell(block.cell_type).nodes)
            missing = numpy.arange(cells.shape[1], block.cells.shape[1])
            out[block.cells[:, missing]] = out[block.cells[:, : cells.shape[1]]] @ table[missing].T
        return out

    def _means_at_nodes(self, variable: int, vector: numpy.ndarray) -> numpy.ndarray:
        total, count = numpy.zeros(self.mesh.n_nodes), numpy.zeros(self.mesh.n_nodes)
        for i, block in enumerate(self.mesh.blocks):
            dofs = self.cell_dofs(variable, i)
            if dofs is not None:
                nodes = reference_cell(block.cell_type).nodes
                table = self.layouts[variable].space.tables(block.cell_type, nodes)[0]
                total += numpy.bincount(block.cells.ravel(), (vector[dofs] @ table.T).ravel(), len(total))
                count += numpy.bincount(block.cells.ravel(), minlength=len(total))
        return total / numpy.maximum(count, 1.0)
