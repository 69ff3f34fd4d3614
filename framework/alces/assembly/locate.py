"""Which cell holds a point."""
from __future__ import annotations

import numpy
from scipy.spatial import cKDTree

from alces.fe import reference_cell
from alces.mesh import Mesh

_SLACK = 1e-8


class Locator:
    """Finds cells by point: nearest cell centres first, then Newton on the cell's map."""

    def __init__(self, mesh: Mesh):
        self.mesh = mesh
        centres = [mesh.points[b.cells].mean(axis=1) for b in mesh.blocks]
        self._cell = [(i, j) for i, c in enumerate(centres) for j in range(len(c))]
        self._tree = cKDTree(numpy.concatenate(centres))

    def find(self, point: tuple[float, ...]) -> tuple[int, int, numpy.ndarray] | None:
        """(mesh block, cell in it, reference coordinates) of a point, or None outside the mesh."""
        target = numpy.asarray(point, dtype=float)
        n = min(len(self._cell), 4 ** self.mesh.dim + 8)
        for k in numpy.atleast_1d(self._tree.query(target, k=n)[1]):
            block, cell = self._cell[int(k)]
            xi = self._invert(block, cell, target)
            if xi is not None:
                return block, cell, xi
        return None

    def _invert(self, block: int, cell: int, target: numpy.ndarray) -> numpy.ndarray | None:
        b = self.mesh.blocks[block]
        reference = reference_cell(b.cell_type)
        nodes = self.mesh.points[b.cells[cell]]
        corners = reference.nodes[: reference.n_vertices]
        xi = corners.mean(axis=0)
        for _ in range(20):
            miss = target - reference.shape(xi[None])[0] @ nodes
            J = (nodes.T @ reference.shape_gradient(xi[None])[0])
            step = numpy.linalg.lstsq(J, miss, rcond=None)[0]
            xi = xi + step
            if numpy.abs(step).max() < 1e-13:
                break
        size = numpy.ptp(nodes, axis=0).max()
        if numpy.linalg.norm(target - reference.shape(xi[None])[0] @ nodes) > _SLACK * size:
            return None
        low, high = corners.min(axis=0), corners.max(axis=0)
        inside = bool(numpy.all(xi >= low - _SLACK) and numpy.all(xi <= high + _SLACK))
        if reference.n_vertices == reference.dim + 1 and reference.dim > 1:
            inside = inside and bool(xi.sum() <= 1 + _SLACK)
        return xi if inside else None
