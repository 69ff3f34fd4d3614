"""Nodal values of what is known at quadrature points, by fits on the patch of cells around each node."""
from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import numpy
from scipy import sparse

from alces.assembly.domain import Domain
from alces.assembly.points import CellPoints
from alces.assembly.sweep import at_points
from alces.assembly.system import System
from alces.mesh import Mesh

_CUT = 1e-12  # singular values below this part of the largest do not count


class PatchRecovery:
    """Fits a polynomial to the quadrature points of all cells at a node and takes its value there.

    Least squares without weights; the polynomial has the total degree of the variable. Source: Zienkiewicz &
    Zhu, Int. J. Numer. Meth. Engng. 33 (1992) 1331 (superconvergent patch recovery), with the rule's own
    points as samples. The patch of a node that has one cell only (a corner) includes all cells around that
    cell, as in MOOSE.
    """

    def __init__(self, system: System, variable: str, function: Callable[[CellPoints], Any],
                 wants: Callable[[Domain], bool]):
        self.dofmap = system.model.auxiliaries
        self.index = self.dofmap.index[variable]
        self.mesh = system.model.mesh
        self.function, self._wants = function, wants
        degree = self.dofmap.layouts[self.index].space.degree
        low, high = self.mesh.bounds
        extent = high - low
        self.axes = numpy.nonzero(extent > 1e-10 * extent.max())[0]
        powers = product(range(degree + 1), repeat=len(self.axes))
        self.powers = numpy.array(sorted((p for p in powers if sum(p) <= degree), key=sum))
        n, m = self.mesh.n_nodes, len(self.powers)
        self.matrix, self.right = numpy.zeros((n, m, m)), numpy.zeros((n, m))
        self.patches = _patches(self.mesh)
        self.scale = float(extent.max()) / max(self.mesh.n_cells, 1) ** (1 / self.mesh.dim)

    def wants(self, domain: Domain) -> bool:
        return self.dofmap.cell_dofs(self.index, domain.block) is not None and self._wants(domain)

    def take(self, q: CellPoints) -> None:
        values = at_points(self.function(q), q)
        here = numpy.stack([at_points((q.x, q.y, q.z)[i], q) for i in self.axes], axis=-1)
        pairs = self.patches[:, q.domain.cell_ids()[q.part]].tocoo()
        node, cell = pairs.row, pairs.col
        offset = (here[cell] - self.mesh.points[node][:, None, self.axes]) / self.scale
        p = numpy.prod(offset[:, :, None, :] ** self.powers, axis=-1)
        numpy.add.at(self.matrix, node, numpy.einsum("cqi,cqj->cij", p, p))
        numpy.add.at(self.right, node, numpy.einsum("cqi,cq->ci", p, values[cell]))

    def store(self, vector: numpy.ndarray) -> None:
        """Write the recovered values into a vector of auxiliary unknowns."""
        dofs = self.dofmap.dofs[self.index]
        touched = (self.matrix[:, 0, 0] > 0) & (dofs >= 0)
        first = numpy.linalg.pinv(self.matrix[touched], rcond=_CUT, hermitian=True)[:, 0]
        vector[dofs[touched]] = numpy.einsum("ni,ni->n", first, self.right[touched])


def _patches(mesh: Mesh) -> sparse.csc_matrix:
    """Incidence (node, cell) of the patches: the cells at a node, and those around a lone one (corners)."""
    nodes = numpy.concatenate([b.cells.ravel() for b in mesh.blocks])
    width = numpy.concatenate([numpy.full(len(b.cells), b.cells.shape[1]) for b in mesh.blocks])
    cells = numpy.repeat(numpy.arange(mesh.n_cells), width)
    touch = sparse.csr_matrix((numpy.ones(len(nodes)), (nodes, cells)), shape=(mesh.n_nodes, mesh.n_cells))
    lone = sparse.diags((numpy.diff(touch.indptr) == 1).astype(float))
    return (touch + lone @ touch @ touch.T @ touch).tocsc()
