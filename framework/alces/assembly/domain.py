"""Sets of cells or sides that share a cell type, a subdomain and a quadrature rule."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import numpy

from alces import backend
from alces.assembly.coordinates import Coordinates
from alces.dofs import Space
from alces.fe import gauss, reference_cell, side_rule
from alces.fe.geometry import Geometry, cell_geometry, side_geometry
from alces.mesh import Mesh, Part


@dataclass
class Domain:
    """Points of one rule in many cells of one kind.

    What evaluations read (geometry, tables, numbers of unknowns) is on the device, the rest on the host.

    Attributes:
        key: hashable name, ``("cells", block)`` or ``("sides", boundary id, block, local side)``.
        block: index of the mesh block that the cells belong to.
        subdomain: its subdomain id.
        boundary: boundary id for sides, None for volumes.
        rows: cell indices within the block, or None for all of them in order.
        cells: (ncell, nnode) connectivity.
        xi: (point, dim) reference coordinates; weights (point,).
        geometry: Jacobian data at the points.
        first_cell: index of the block's first cell in the mesh.
        part: where the cells come from if the mesh is a part of a larger one.
    """

    key: tuple
    block: int
    subdomain: int
    boundary: int | None
    rows: numpy.ndarray | None
    cell_type: str
    cells: numpy.ndarray
    xi: numpy.ndarray
    weights: numpy.ndarray
    geometry: Geometry
    first_cell: int
    part: Part | None = None
    _tables: dict[Space, list[numpy.ndarray]] = field(default_factory=dict)
    static: dict[int, dict[str, Any]] = field(default_factory=dict)
    _kept: dict[Any, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        def there(a: Any) -> Any:
            return a if isinstance(a, float) else backend.asarray(a)

        g = self.geometry
        self.geometry = replace(
            g, inverse=tuple(tuple(map(there, row)) for row in g.inverse), measure=there(g.measure),
            normal=None if g.normal is None else tuple(map(there, g.normal)),
        )

    @property
    def n_cells(self) -> int:
        return len(self.cells)

    @property
    def n_points(self) -> int:
        """Points per cell."""
        return len(self.weights)

    def tables(self, space: Space) -> list[numpy.ndarray]:
        """Basis values and reference derivatives of a space at the points, see `Space.tables` (host)."""
        if space not in self._tables:
            self._tables[space] = space.tables(self.cell_type, self.xi)
        return self._tables[space]

    def basis(self, space: Space) -> list[Any]:
        """`tables`, transposed (n_local, point), on the device."""
        return self._keep(("basis", space), lambda: [backend.asarray(t.T) for t in self.tables(space)])

    def shape(self) -> Any:
        """Shape functions of the cells' own nodes (n_node, point), on the device."""
        return self._keep("shape", lambda: backend.asarray(reference_cell(self.cell_type).shape(self.xi).T))

    def nodes(self) -> Any:
        """`cells`, on the device."""
        return self._keep("nodes", lambda: backend.asarray(self.cells))

    def local(self, table: numpy.ndarray) -> Any:
        """Rows of a per-block-cell table, such as numbers of unknowns, for all cells of this domain; on the
        device."""
        if self.rows is None:
            return backend.resident(table)
        return self._keep(("local", id(table)), lambda: (table, backend.asarray(table[self.rows])))[1]

    def _keep(self, key: Any, make: Callable[[], Any]) -> Any:
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]

    def take(self, table: numpy.ndarray, part: slice) -> numpy.ndarray:
        """Rows of a per-block-cell table for a slice of this domain's cells; on the host."""
        return table[part] if self.rows is None else table[self.rows[part]]

    def cell_ids(self) -> numpy.ndarray:
        """Indices of the cells in the mesh."""
        local = numpy.arange(self.n_cells) if self.rows is None else self.rows
        return self.first_cell + local

    def cell_numbers(self) -> numpy.ndarray:
        """Numbers of the cells in the whole mesh."""
        return self.cell_ids() if self.part is None else self.part.cells[self.cell_ids()]

    def own(self, part: slice) -> numpy.ndarray | slice:
        """Index of those among some cells that belong to this process."""
        return slice(None) if self.part is None else self.part.own_cells[self.cell_ids()[part]]

    def jxw(self, part: slice) -> Any:
        """Measure times weight (cell, point), broadcast over cells where it is constant."""
        weights, measure = self._keep("weights", lambda: backend.asarray(self.weights)), self.geometry.measure
        if not isinstance(measure, float):
            measure = measure[part]
        return backend.full(measure * weights, (len(range(*part.indices(self.n_cells))), self.n_points))


def _first_cells(mesh: Mesh) -> list[int]:
    return [0, *numpy.cumsum([len(b.cells) for b in mesh.blocks])[:-1].tolist()]


def cell_domains(mesh: Mesh, order: int, coordinates: Coordinates) -> list[Domain]:
    """One domain per mesh block, with a Gauss rule exact to `order`."""
    out = []
    for i, (block, first) in enumerate(zip(mesh.blocks, _first_cells(mesh), strict=True)):
        if not len(block):  # a part of a mesh need not have cells of every block
            continue
        xi, weights = gauss(block.cell_type, order)
        cell = reference_cell(block.cell_type)
        gradient = cell.shape_gradient(xi)
        geometry = cell_geometry(
            mesh.points, block.cells, [gradient[:, :, k] for k in range(xi.shape[1])], mesh.axes
        )
        geometry = coordinates.measured(geometry, mesh.points, block.cells, cell.shape(xi))
        out.append(
            Domain(
                ("cells", i),
                i,
                block.subdomain,
                None,
                None,
                block.cell_type,
                block.cells,
                xi,
                weights,
                geometry,
                first,
                mesh.part,
            )
        )
    return out


def side_domains(
    mesh: Mesh, boundaries: Iterable[int], order: int, coordinates: Coordinates
) -> list[Domain]:
    """Domains over the sides of the given boundaries, one per boundary, block and local side."""
    out = []
    first_cells = numpy.array(_first_cells(mesh))
    for boundary in sorted(set(boundaries)):
        side_set = mesh.sidesets.get(boundary)
        if side_set is None:
            continue
        blocks = numpy.searchsorted(first_cells, side_set.cells, side="right") - 1
        for i, side in sorted(set(zip(blocks.tolist(), side_set.sides.tolist(), strict=True))):
            block = mesh.blocks[i]
            rows = side_set.cells[(blocks == i) & (side_set.sides == side)] - first_cells[i]
            xi, weights, tangents = side_rule(block.cell_type, side, order)
            cell = reference_cell(block.cell_type)
            gradient = cell.shape_gradient(xi)
            geometry = side_geometry(
                mesh.points, block.cells[rows], cell.shape(xi),
                [gradient[:, :, k] for k in range(xi.shape[1])], tangents, mesh.axes,
            )
            geometry = coordinates.measured(geometry, mesh.points, block.cells[rows], cell.shape(xi))
            out.append(
                Domain(
                    ("sides", boundary, i, side),
                    i,
                    block.subdomain,
                    boundary,
                    rows,
                    block.cell_type,
                    block.cells[rows],
                    xi,
                    weights,
                    geometry,
                    int(first_cells[i]),
                    mesh.part,
                )
            )
    return out


def point_domain(mesh: Mesh, block: int, cells: int | numpy.ndarray, xi: numpy.ndarray) -> Domain:
    """A domain of one point xi (dim,) in one or several cells of a block, with weight and measure one."""
    b = mesh.blocks[block]
    rows = numpy.atleast_1d(cells)
    gradient = reference_cell(b.cell_type).shape_gradient(xi[None, :])
    geometry = cell_geometry(
        mesh.points, b.cells[rows], [gradient[:, :, k] for k in range(len(xi))], mesh.axes
    )
    return Domain(
        ("point", block, tuple(rows.tolist()), tuple(xi)),
        block,
        b.subdomain,
        None,
        rows,
        b.cell_type,
        b.cells[rows],
        xi[None, :],
        numpy.ones(1),
        replace(geometry, measure=1.0),
        _first_cells(mesh)[block],
        mesh.part,
    )
