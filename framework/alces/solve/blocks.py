"""The diagonal blocks of the Jacobian: what kind of operator each is, and how it is to be inverted."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy
from scipy import sparse

from alces.solve.spread import Spread

MASS_DOMINATED = 0.3
"""Median ratio of row sum to diagonal above which a block is mass-dominated (bilinear mass in 2-D: 2.25).
There ILU(0) takes no more iterations than the coupling of the blocks does: 5 to 1e-5, in 2-D and 3-D."""

SOME = 20_000
"""Rows that are looked at where a median over all is wanted."""

RIGID = 1e-6
"""Median force of a rigid motion, relative to that of its parts, below which a block is elastic."""

PATIENCE, ROUNDING = 5, 100.0 * numpy.finfo(float).eps
"""Iterations without progress after which residuals are accepted that are below this part of the terms that
they are the sums of."""

SUSPICIOUS = 1e-10
"""Part of the largest residual below which one is compared with its terms at once."""

_CONVERGED, _TOO_MANY, _BREAKDOWN, _NOT_A_NUMBER = 2, -3, -5, -9  # PETSc's KSPConvergedReason


class Blocks:
    """The groups of unknowns whose blocks are inverted one after the other.

    Args:
        field: variable index of the unknowns of this process, ghosts included, (n,).
        points: where they are, (n, 3).
        groups: variable indices of each group, in the order of the sweep.
        multigrid_from: unknowns from which on multigrid takes the place of a factorisation.

    Attributes:
        members: per group, places of its unknowns among the own ones of this process.
        kinds: per group ``"ilu"``, ``"cholesky"``, ``"lu"``, ``"multigrid"`` or ``"elastic multigrid"``, as
            `classify` has found.
    """

    def __init__(self, spread: Spread, field: numpy.ndarray, points: numpy.ndarray,
                 groups: Sequence[Sequence[int]], multigrid_from: int):
        self.spread, self.groups, self._all_fields, self._points = spread, groups, field, points
        self._own = numpy.arange(len(field))[spread.rows]
        self.members = [numpy.flatnonzero(numpy.isin(field[spread.rows], group)).astype(numpy.int32)
                        for group in groups]
        self.counts = spread.ranks.sum(numpy.array([float(len(m)) for m in self.members]))
        self._multigrid_from = multigrid_from
        self._motions = [self._rigid(i) for i in range(len(groups))]
        self.kinds: tuple[str, ...] = ()
        self._largest, self._best = numpy.zeros(len(groups)), (0, 1.0)

    def classify(self, structure: tuple[numpy.ndarray, numpy.ndarray], data: numpy.ndarray
                 ) -> tuple[str, ...]:
        """The kinds of the diagonal blocks of a Jacobian: CSR structure and values of all rows of this
        process."""
        n = len(self._all_fields)
        matrix = sparse.csr_matrix((data, structure[1], structure[0]), shape=(n, n))
        mine = [self._kind(i, matrix) if len(m) else None for i, m in enumerate(self.members)]
        every = zip(*self.spread.ranks.everyone(mine), strict=True)
        self.kinds = tuple(common_kind(kinds) for kinds in every)
        return self.kinds

    def _kind(self, i: int, matrix: sparse.csr_matrix) -> str:
        from petsc4py import PETSc

        here = self._own[self.members[i]]
        kind = block_kind(matrix, here, len(self.groups[i]) == 1)
        if kind != "cholesky" or self.counts[i] < self._multigrid_from:
            return kind
        if len(self.groups[i]) == 1:  # smoothed aggregation fails where coefficients jump
            return "multigrid" if PETSc.Sys.hasExternalPackage("hypre") else kind
        motions = self._motions[i]
        some = here if len(here) < SOME else numpy.random.default_rng(0).choice(here, SOME)
        return "elastic multigrid" if motions is not None and elastic(matrix[some], motions) else kind

    def _rigid(self, i: int) -> numpy.ndarray | None:
        """Rigid motions (n, k) of a group of variables that are all at the same places."""
        group = list(self.groups[i])
        here = numpy.flatnonzero(numpy.isin(self._all_fields, group))
        d = len(group)
        if d == 1 or len(here) % d or (self._all_fields[here].reshape(-1, d) != sorted(group)).any():
            return None
        points = self._points[here].reshape(-1, d, 3)
        if (points != points[:, :1]).any():
            return None
        motions = rigid_motions(points.reshape(-1, 3), numpy.tile(numpy.arange(d), len(points)), d)
        out = numpy.zeros((len(self._all_fields), motions.shape[1]))
        out[here] = motions
        return out

    def attach(self, ksp: Any) -> None:
        """Tell a solver with a field split of the groups."""
        from petsc4py import PETSc

        ksp.getPC().setFieldSplitIS(*((str(i), self.index_set(i)) for i in range(len(self.groups))))
        if ksp.getType() == PETSc.KSP.Type.FGMRES:
            self.judge(ksp)

    def judge(self, ksp: Any) -> None:
        """Let a solver that keeps its residual (FGMRES) go on until that is small in every group."""
        ksp.setConvergenceTest(self._small_in_every_group)

    def index_set(self, i: int) -> Any:
        """PETSc's index set of a group, with what multigrid wants to know."""
        index_set = self.spread.index_set(self.members[i])
        if self.kinds[i] == "elastic multigrid":
            index_set.setBlockSize(len(self.groups[i]))
            index_set.compose("nearnullspace", self._near_null_space(i))
        return index_set

    def _near_null_space(self, i: int) -> Any:
        from petsc4py import PETSc

        motions = self._motions[i]
        assert motions is not None
        mine = motions[self._own[self.members[i]]]
        vectors: list[Any] = []
        for column in mine.T:
            vector = self.spread.vector(len(column), int(self.counts[i]))
            vector.setArray(column)
            for other in vectors:
                vector.axpy(-vector.dot(other), other)
            vector.normalize()
            vectors.append(vector)
        return PETSc.NullSpace().create(vectors=vectors, comm=self.spread.comm)

    def _small_in_every_group(self, ksp: Any, iteration: int, norm: float) -> int:
        """Residuals against the largest that each group has had: one norm for all would be that of the group
        with the largest numbers, and a group can have none before the others act on it."""
        residual = ksp.getRhs() if iteration == 0 else ksp.buildResidual()
        norms = self.spread.norms(residual.getArray(readonly=1), self.members)
        if not numpy.isfinite(norms).all():
            return _NOT_A_NUMBER
        self._largest = norms if iteration == 0 else numpy.maximum(norms, self._largest)
        left = float((norms / numpy.where(self._largest > 0, self._largest, 1.0)).max())
        if iteration == 0 or left < 0.5 * self._best[1]:
            self._best = (iteration, left)
        rtol, _, _, max_it = ksp.getTolerances()
        if left <= rtol:
            return _CONVERGED
        stuck = iteration - self._best[0] >= PATIENCE
        tiny = (norms <= rtol * self._largest) | (norms <= SUSPICIOUS * self._largest.max())
        if stuck or (iteration > 0 and tiny.all()):
            x = ksp.buildSolution().getArray(readonly=1)
            terms = self.spread.norms(self.spread.terms(x), self.members)
            rounded = (norms <= rtol * self._largest) | (norms <= ROUNDING * terms)
            if rounded.all():
                return _CONVERGED
            if stuck:
                return _BREAKDOWN
        return _TOO_MANY if iteration >= max_it else 0


def block_kind(matrix: sparse.csr_matrix, here: numpy.ndarray, one_field: bool = True) -> str:
    """The cheapest sound way to apply the inverse of the diagonal block of the unknowns `here`.

    ``"ilu"`` where mass dominates in a field (row sums, which a pure stiffness does not have, are large
    against the diagonal: an incomplete factorisation is as good as a complete one), else ``"cholesky"`` if
    the block is symmetric and has a diagonal, else ``"lu"``. Nothing is copied: in 3-D that would take more
    memory than all the rest.
    """
    diagonal = abs(matrix.diagonal()[here])
    if not diagonal.all():
        return "lu"
    x = numpy.zeros(matrix.shape[0])
    x[here] = 1.0
    if one_field and numpy.median(abs((matrix @ x)[here]) / diagonal) > MASS_DOMINATED:
        return "ilu"
    x[here] = numpy.random.default_rng(0).uniform(0.5, 1.5, len(here))  # no row's differences cancel
    forth, back = (matrix @ x)[here], (matrix.T @ x)[here]
    size = max(diagonal.max(), abs(forth).max())
    return "cholesky" if abs(forth - back).max() <= 1e-12 * size else "lu"


def common_kind(kinds: Sequence[str | None]) -> str:
    """What goes for a block of which every process has seen its part; None where it has none."""
    seen = {kind for kind in kinds if kind is not None}
    return seen.pop() if len(seen) == 1 else "lu"


def rigid_motions(points: numpy.ndarray, component: numpy.ndarray, dim: int) -> numpy.ndarray:
    """Translations and rotations (n, 3 or 6 or 1) of unknowns that are components of displacements.

    Args:
        points: where they are, (n, 3); component: along which axis, (n,).
    """
    x = points - points.mean(axis=0) if len(points) else points
    motions = [(component == i).astype(float) for i in range(dim)]
    for i in range(dim):
        for j in range(i):
            motions.append(numpy.where(component == i, x[:, j], numpy.where(component == j, -x[:, i], 0.0)))
    return numpy.stack(motions, axis=1)


def elastic(rows: sparse.csr_matrix, motions: numpy.ndarray) -> bool:
    """Whether rigid motions (n, k) need no force in most rows (m, n) of a block."""
    if not rows.shape[0]:
        return True
    force, parts = abs(rows @ motions), abs(rows) @ abs(motions)
    return bool((numpy.median(force / numpy.where(parts > 0, parts, 1.0), axis=0) < RIGID).all())
