"""Reference cells: nodes, sides and Lagrange shape functions."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from alces.mesh.cell_tables import CELL_TABLE, Family


@dataclass(frozen=True)
class Side:
    """A side of a cell: its cell type and the local nodes of the cell on it, in the side's own order."""

    cell_type: str
    nodes: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class ReferenceCell:
    """A reference cell with Lagrange shape functions, node and side numbering as in Exodus II.

    name: "QUAD9"; dim: 0..3; order: 1 or 2; nodes: (nnode, dim);
    supports: for each node the vertices whose mean it is ((v,) for a vertex);
    sides: one Side per side; linear, full: names of the first-order and complete second-order cells;
    exponents: (nnode, dim) monomials spanning the space; coefficients: (nnode monomials, nnode shapes).
    """

    name: str
    dim: int
    order: int
    nodes: NDArray[np.float64]
    supports: tuple[tuple[int, ...], ...]
    sides: tuple[Side, ...]
    linear: str
    full: str
    is_simplex: bool
    exponents: NDArray[np.int64]
    coefficients: NDArray[np.float64]

    @property
    def n_nodes(self) -> int:
        return len(self.nodes)

    @property
    def n_vertices(self) -> int:
        return len(CELL_TABLE[self.name].family.vertices)

    @property
    def edges(self) -> tuple[tuple[int, ...], ...]:
        """Vertex pairs of the edges."""
        return CELL_TABLE[self.name].family.edges

    def shape(self, xi: ArrayLike) -> NDArray[np.float64]:
        """Shape functions at reference points xi (n, dim): (n, nnode)."""
        return _monomials(np.asarray(xi), self.exponents) @ self.coefficients

    def shape_gradient(self, xi: ArrayLike) -> NDArray[np.float64]:
        """Derivatives of the shape functions with respect to xi (n, dim): (n, nnode, dim)."""
        points = np.asarray(xi)
        out = np.empty((len(points), self.n_nodes, self.dim), dtype=np.result_type(points, np.float64))
        for axis in range(self.dim):
            power = self.exponents[:, axis]
            lowered = self.exponents.copy()
            lowered[:, axis] = np.maximum(power - 1, 0)
            out[:, :, axis] = (_monomials(points, lowered) * power) @ self.coefficients
        return out


def reference_cell(name: str) -> ReferenceCell:
    """The reference cell called `name` ("EDGE2", ..., "HEX27", and "POINT", the side of an edge).

    Raises KeyError naming the known cell types.
    """
    if name not in CELL_TABLE:
        raise KeyError(f"unknown cell type '{name}'; known: {', '.join(CELL_TABLE)}")
    return _build(name)


@cache
def _build(name: str) -> ReferenceCell:
    entry = CELL_TABLE[name]
    family = entry.family
    vertices = np.array(family.vertices)
    supports = tuple((v,) for v in range(len(vertices))) + entry.extra
    nodes = np.array([vertices[list(s)].mean(axis=0) for s in supports])
    dim = vertices.shape[1]
    exponents = _space(family, dim, entry.order, len(nodes))
    # The coefficients of all these cells are multiples of 1/8: rounding removes the round-off of the
    # inversion.
    coefficients = np.round(8.0 * np.linalg.inv(_monomials(nodes, exponents))) / 8.0
    sides = tuple(_side(entry.side, vertices, nodes, corner) for corner in family.sides)
    for array in (nodes, exponents, coefficients):
        array.flags.writeable = False
    return ReferenceCell(
        name, dim, entry.order, nodes, supports, sides, entry.linear, entry.full, family.is_simplex,
        exponents, coefficients,
    )  # fmt: skip


def _monomials(points: NDArray, exponents: NDArray[np.int64]) -> NDArray:
    """Monomials at points (n, dim): (n, n_monomials)."""
    return np.prod(points[:, None, :] ** exponents, axis=-1)


def _space(family: Family, dim: int, order: int, n_nodes: int) -> NDArray[np.int64]:
    """Exponents of the polynomial space: P_order, Q_order or, where that has too many members, serendipity.

    The second-order serendipity space holds the monomials of superlinear degree <= 2 (the total degree that
    leaves out the variables entering linearly): Arnold & Awanou, Found. Comput. Math. 11 (2011) 337.
    """
    powers = np.array(list(itertools.product(range(order + 1), repeat=dim)), dtype=np.int64)
    powers = powers.reshape((order + 1) ** dim, dim)
    if family.is_simplex:
        return powers[powers.sum(axis=1) <= order]
    if len(powers) > n_nodes:
        return powers[np.where(powers > 1, powers, 0).sum(axis=1) <= order]
    return powers


def _side(cell_type: str, vertices: NDArray, nodes: NDArray, corner: tuple[int, ...]) -> Side:
    """The side with the given vertices; its other nodes are the cell's at the places of the side's own."""
    corners = vertices[list(corner)]
    supports = _build(cell_type).supports
    places = [corners[list(s)].mean(axis=0) for s in supports]
    return Side(cell_type, tuple(int(np.argmin(np.abs(nodes - p).sum(axis=1))) for p in places))
