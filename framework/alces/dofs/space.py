"""Finite-element spaces by family and order."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy

from alces.fe import ReferenceCell, reference_cell

_SECOND = {"EDGE3", "TRI6", "QUAD8", "QUAD9", "TET10", "HEX20", "HEX27"}


@dataclass(frozen=True)
class Space:
    """A family and order: ``LAGRANGE FIRST``, ``LAGRANGE SECOND`` or ``MONOMIAL CONSTANT``."""

    family: str = "LAGRANGE"
    order: str = "FIRST"

    @property
    def nodal(self) -> bool:
        """Whether the unknowns sit at nodes (otherwise in cells)."""
        return self.family in ("LAGRANGE", "HERMITE")

    @property
    def components(self) -> int:
        """Unknowns of a node or cell."""
        return 1

    @property
    def place(self) -> Literal["node", "cell"]:
        """Where files have the values: in cells if there is one for each cell, else at nodes, as in MOOSE."""
        return "node" if self.degree else "cell"

    @property
    def degree(self) -> int:
        return {"CONSTANT": 0, "FIRST": 1, "SECOND": 2, "THIRD": 3}[self.order]

    def element(self, cell_type: str) -> ReferenceCell:
        """The Lagrange element of this space on a cell type.

        Raises:
            ValueError: the mesh has no nodes for it.
        """
        cell = reference_cell(cell_type)
        if self.order == "FIRST":
            return reference_cell(cell.linear)
        if cell_type not in _SECOND:
            raise ValueError(f"order SECOND needs a second-order mesh, but its cells are {cell_type}")
        return cell

    def n_local(self, cell_type: str) -> int:
        """Unknowns of one cell."""
        return len(self.element(cell_type).nodes) if self.nodal else 1

    def tables(self, cell_type: str, xi: numpy.ndarray) -> list[numpy.ndarray]:
        """Basis and its reference derivatives at xi (n, dim): ``[N, dN/dxi_1, ...]``, each (n, n_local)."""
        if not self.nodal:
            return [numpy.ones((len(xi), 1))] + [numpy.zeros((len(xi), 1))] * xi.shape[1]
        return self.lagrange_tables(cell_type, xi)

    def lagrange_tables(self, cell_type: str, xi: numpy.ndarray) -> list[numpy.ndarray]:
        """The `tables` of the Lagrange element of this order."""
        element = self.element(cell_type)
        gradient = element.shape_gradient(xi)
        return [element.shape(xi)] + [numpy.ascontiguousarray(gradient[:, :, k]) for k in range(xi.shape[1])]
