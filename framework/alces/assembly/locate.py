"""Which cell holds a point."""
from __future__ import annotations

import numpy

from alces.fe import reference_cell
from alces.mesh import Mesh
from alces.ranks import Ranks

_SLACK = 1e-8
_BULGE = 0.2  # a curved cell may reach beyond the box of its nodes by this part of its size


class Locator:
    """Finds cells by point: those whose box holds it, nearest centre first, then Newton on the cell's map."""

    def __init__(self, mesh: Mesh):
        self.mesh = mesh
        nodes = [mesh.points[b.cells] for b in mesh.blocks]
        self._centres = numpy.concatenate([n.mean(axis=1) for n in nodes])
        low = numpy.concatenate([n.min(axis=1) for n in nodes])
        high = numpy.concatenate([n.max(axis=1) for n in nodes])
        margin = _BULGE * (high - low).max(axis=1, keepdims=True)
        self._low, self._high = low - margin, high + margin

    def find(self, point: tuple[float, ...]) -> tuple[int, int, numpy.ndarray] | None:
        """(mesh block, cell in it, reference coordinates) of a point, or None outside the mesh."""
        target = numpy.asarray(point, dtype=float)
        near = numpy.flatnonzero(((target >= self._low) & (target <= self._high)).all(axis=1))
        distance = numpy.linalg.norm(self._centres[near] - target, axis=1)
        for k in near[numpy.argsort(distance, kind="stable")]:
            block = int(numpy.searchsorted(self.mesh.block_offsets, k, side="right")) - 1
            cell = int(k - self.mesh.block_offsets[block])
            xi = self._invert(block, cell, target)
            if xi is not None:
                return block, cell, xi
        return None

    def speaker(
        self, ranks: Ranks, point: tuple[float, ...], place: tuple[int, int, numpy.ndarray] | None
    ) -> int:
        """The process whose cell speaks for a point, given what `find` says here; -1 if none has found it."""
        if ranks.size == 1:
            return 0 if place is not None else -1
        claim = None
        if place is not None and self.mesh.part is not None:
            k = int(self.mesh.block_offsets[place[0]]) + place[1]
            claim = (float(numpy.linalg.norm(self._centres[k] - point)), int(self.mesh.part.cells[k]))
        claims = [(c, rank) for rank, c in enumerate(ranks.everyone(claim)) if c is not None]
        return min(claims)[1] if claims else -1

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
