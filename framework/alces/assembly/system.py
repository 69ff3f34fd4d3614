"""Residual and Jacobian of the coupled problem."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy
from scipy import sparse

from alces import backend
from alces.ad import Vector, partials, value
from alces.assembly.contract import Contraction
from alces.assembly.domain import Domain, cell_domains, side_domains
from alces.assembly.model import Model
from alces.assembly.node_points import NodePoints, at_nodes
from alces.assembly.pattern import Pattern
from alces.assembly.point_sources import source_domains
from alces.assembly.points import CellPoints
from alces.assembly.state import State
from alces.assembly.unavailable import Unavailable
from alces.dofs import HermiteSpace, Space
from alces.physics import DiracKernel, IntegratedBC, Kernel, NodalBC

CHUNK = 1024
"""Cells evaluated at once: point arrays of this size stay in the cache (measured)."""

Term = Kernel | IntegratedBC | DiracKernel


class System:
    """Assembles the residual and the Jacobian of a `Model`.

    Attributes:
        model: the objects.
        cells: volume domains; sides: boundary id -> side domains, for all boundaries that terms or
            postprocessors use.
        pattern: sparsity of the Jacobian, known after the first Jacobian.
        constrained: unknowns with prescribed values.
    """

    def __init__(self, model: Model):
        self.model = model
        self.cells = cell_domains(model.mesh, model.quadrature_order, model.coordinates)
        self.sides: dict[int, list[Domain]] = {}
        self.pattern: Pattern | None = None
        self._contractions: dict[tuple, Contraction] = {}
        self._work = [(domain, terms) for domain, terms in self._terms() if terms]
        self._conditions = list(self._nodal_conditions())
        self.constrained = numpy.unique(
            numpy.concatenate(
                [
                    model.unknowns.dofs[model.unknowns.index[bc.p.variable]][nodes]
                    for bc, nodes in self._conditions
                ]
                or [numpy.empty(0, dtype=numpy.int64)]
            )
        )
        self._constrained_entries: numpy.ndarray | None = None
        self.aux_read: set[str] = set()
        self._seen = False

    # -- who acts where ----------------------------------------------------------------------------
    def _terms(self) -> Iterator[tuple[Domain, list[Term]]]:
        model = self.model
        for domain in self.cells:
            yield domain, [k for k in model.kernels if self._lives(k, domain)
                           and (not k.p.block or domain.subdomain in model.subdomains(k.p.block))]
        wanted = {b for bc in model.integrated_bcs for b in model.boundaries(bc.p.boundary)}
        for boundary in sorted(wanted):
            for domain in self.side_domains(boundary):
                yield domain, [bc for bc in model.integrated_bcs if self._lives(bc, domain)
                               and boundary in model.boundaries(bc.p.boundary)]
        for domain, sources in source_domains(model):
            yield domain, [source for source in sources if self._lives(source, domain)]

    def _lives(self, term: Term, domain: Domain) -> bool:
        """Whether the term's variable exists on the domain's block."""
        unknowns = self.model.unknowns
        return unknowns.cell_dofs(unknowns.index[term.p.variable], domain.block) is not None

    @property
    def work(self) -> Sequence[tuple[Domain, list[Term]]]:
        """Domains and the terms that act on them."""
        return self._work

    def side_domains(self, boundary: int) -> list[Domain]:
        """Domains of a boundary, made when first asked for."""
        if boundary not in self.sides:
            self.sides[boundary] = side_domains(
                self.model.mesh, [boundary], self.model.quadrature_side_order, self.model.coordinates
            )
        return self.sides[boundary]

    def boundary_nodes(self, names: Sequence[str]) -> numpy.ndarray:
        """Nodes of the named boundaries, ascending."""
        parts = [self.model.mesh.boundary_nodes(b) for b in self.model.boundaries(names)]
        return numpy.unique(numpy.concatenate(parts))

    def _nodal_conditions(self) -> Iterator[tuple[NodalBC, numpy.ndarray]]:
        """Conditions and their nodes, one boundary after the other by ascending id.

        The last one counts where several meet: as in MOOSE the boundary of the highest id, and on one
        boundary the last condition of the deck.
        """
        model = self.model
        named = [(bc, model.boundaries(bc.p.boundary)) for bc in model.nodal_bcs]
        for boundary in sorted({b for _, boundaries in named for b in boundaries}):
            nodes = model.mesh.boundary_nodes(boundary)
            for bc, boundaries in named:
                if boundary in boundaries:
                    dofs = model.unknowns.dofs[model.unknowns.index[bc.p.variable]]
                    yield bc, nodes[dofs[nodes] >= 0]

    # -- prescribed values -------------------------------------------------------------------------
    def prescribed(self, state: State) -> numpy.ndarray:
        """Values of the `constrained` unknowns at the state's time."""
        values = state.u.copy()
        for bc, nodes in self._conditions:
            dofs = self.model.unknowns.dofs[self.model.unknowns.index[bc.p.variable]][nodes]
            q = NodePoints(self.model, state if bc.p.implicit else state.before(), nodes)
            values[dofs] = at_nodes(bc.value(q), len(nodes))
        return values[self.constrained]

    # -- evaluation --------------------------------------------------------------------------------
    def reads_auxiliaries(self, state: State) -> bool:
        """Whether terms use auxiliary variables; at first one cell of each domain tells."""
        if not self._seen:
            self._seen = True
            for domain, terms in self._work:
                q = CellPoints(self.model, state, domain, slice(0, 1), dual=False)
                self._coefficients(terms, q)
                self.aux_read |= q.aux_read
        return self.model.ranks.any(bool(self.aux_read))

    def residual(self, state: State, steady_part_only: bool = False,
                 only: Callable[[Term], bool] | None = None) -> numpy.ndarray:
        """Residual vector (n,) of all terms, prescribed values not considered.

        Args:
            steady_part_only: leave out terms with a time derivative (Crank-Nicolson).
            only: the terms to take; default: all.
        """
        total = numpy.zeros(self.model.unknowns.n)
        for domain, terms in self._work:
            chosen = [t for t in terms if not (steady_part_only and t.time) and (only is None or only(t))]
            if not chosen:
                continue
            vectors: dict[int, numpy.ndarray] = {}
            for part in chunks(domain.n_cells):
                q = CellPoints(self.model, state, domain, part, dual=False)
                for f, coefficients in self._coefficients(chosen, q).items():
                    self._cell_vectors(vectors, domain, part, f, coefficients)
                self.aux_read |= q.aux_read
            self._scatter_vectors(total, domain, vectors)
        return total

    def jacobian(self, state: State) -> tuple[numpy.ndarray, numpy.ndarray]:
        """Residual (n,) and the values of the Jacobian in `pattern`, without prescribed values."""
        total = numpy.zeros(self.model.unknowns.n)
        if self.pattern is None:
            self.pattern = self._probe(state)
        collected: dict[tuple[int, int], numpy.ndarray] = {}
        new: set[tuple[int, int]] = set()
        for domain, terms in self._work:
            matrices: dict[tuple[int, int], numpy.ndarray] = {}
            vectors: dict[int, numpy.ndarray] = {}
            for part in chunks(domain.n_cells):
                q = CellPoints(self.model, state, domain, part, dual=True)
                for f, coefficients in self._coefficients(terms, q).items():
                    self._cell_vectors(vectors, domain, part, f, coefficients)
                    self._cell_matrices(matrices, q, f, coefficients)
                self.aux_read |= q.aux_read
            new |= set(matrices) - set(self.pattern.blocks)
            if not new:
                self._scatter_vectors(total, domain, vectors)
                self._scatter_matrices(collected, domain, matrices)
        if self.model.ranks.any(bool(new)):  # blocks that no state had shown before
            blocks = set(self.pattern.blocks).union(*self.model.ranks.everyone(new))
            self.pattern = Pattern(self.model.unknowns, tuple(sorted(blocks)))
            self._constrained_entries = None
            return self.jacobian(state)
        data = numpy.zeros(self.pattern.nnz)
        for block, sums in collected.items():
            data[self.pattern.place[block]] = sums
        return total, data

    def constrain(self, data: numpy.ndarray) -> None:
        """Rows and columns of the constrained unknowns become those of the identity."""
        assert self.pattern is not None
        if self._constrained_entries is None:
            self._constrained_entries = self.pattern.entries_of(self.constrained)
        data[self._constrained_entries] = 0.0
        data[self.pattern.diagonal[self.constrained]] = 1.0

    def matrix(self, data: numpy.ndarray) -> sparse.csr_matrix:
        """CSR matrix of Jacobian values."""
        assert self.pattern is not None
        n = self.model.unknowns.n
        return sparse.csr_matrix((data, self.pattern.indices, self.pattern.indptr), shape=(n, n))

    # -- pieces ------------------------------------------------------------------------------------
    def _coefficients(self, terms: Sequence[Term], q: CellPoints) -> dict[int, list[Any]]:
        """Sums of f0 and the components of f1 per variable; None where there is none."""
        out: dict[int, list[Any]] = {}
        for term in terms:
            f = self.model.unknowns.index[term.p.variable]
            axes = self.model.mesh.axes
            sums = out.setdefault(f, [None] * (1 + axes))
            try:
                at = q if term.p.implicit else q.before()
                f0, f1 = term.value(at), term.flux(at)
            except Unavailable as error:
                error.asked_by = term
                raise
            f2 = term.curvature(at) if isinstance(term, Kernel) else None
            if f2 is not None:  # a variable's Laplacian is numbered behind all variables
                bent = out.setdefault(f + len(self.model.unknowns.variables), [None] * (1 + axes))
                bent[0] = f2 if bent[0] is None else bent[0] + f2
            if f0 is not None:
                sums[0] = f0 if sums[0] is None else sums[0] + f0
            if isinstance(f1, Vector):
                for i in range(axes):
                    if not (type(f1[i]) is float and f1[i] == 0.0):
                        sums[i + 1] = f1[i] if sums[i + 1] is None else sums[i + 1] + f1[i]
        return out

    def _space(self, f: int) -> tuple[Space, int]:
        """Space of a variable or of its Laplacian, and the variable's number."""
        layouts = self.model.unknowns.layouts
        if f < len(layouts):
            return layouts[f].space, f
        space = layouts[f - len(layouts)].space
        if not isinstance(space, HermiteSpace):
            name = self.model.unknowns.variables[f - len(layouts)].name
            raise Unavailable(f"second derivatives of '{name}' need the family HERMITE, order THIRD")
        return space.laplacian, f - len(layouts)

    def _contraction(self, domain: Domain) -> Contraction:
        if domain.key not in self._contractions:
            self._contractions[domain.key] = Contraction(domain)
        return self._contractions[domain.key]

    def _cell_vectors(
        self, vectors: dict[int, numpy.ndarray], domain: Domain, part: slice, f: int, coefficients: list[Any]
    ) -> None:
        values = [None if c is None else value(c) for c in coefficients]
        if all(v is None for v in values):
            return
        space, f = self._space(f)
        result = self._contraction(domain).residual(space, values, part)
        if f not in vectors:
            vectors[f] = numpy.zeros((domain.n_cells, result.shape[1]))
        vectors[f][part] += result

    def _scatter_vectors(
        self, total: numpy.ndarray, domain: Domain, vectors: dict[int, numpy.ndarray]
    ) -> None:
        unknowns = self.model.unknowns
        for f, values in vectors.items():
            table = unknowns.cell_dofs(f, domain.block)
            assert table is not None
            dofs = domain.take(table, slice(0, domain.n_cells))
            total += backend.scatter_add(dofs.ravel(), values.ravel(), unknowns.n)

    def _cell_matrices(
        self, matrices: dict, q: CellPoints, f: int, coefficients: list[Any]
    ) -> None:
        domain, part, contraction = q.domain, q.part, self._contraction(q.domain)
        by_trial: dict[int, dict[tuple[int, int], Any]] = {}
        for kind, coefficient in enumerate(coefficients):
            if coefficient is not None:
                for key, partial in partials(coefficient).items():
                    by_trial.setdefault(key // 4, {})[kind, key % 4] = partial
        test, f = self._space(f)
        for number, found in by_trial.items():
            if number < q.means.first:
                trial, g = self._space(number)
                results = {g: contraction.jacobian(test, trial, found, part)}
            else:
                slopes = [found.get((kind, 0)) for kind in range(len(coefficients))]
                by_mean = contraction.residual(test, slopes, part)[:, :, None]
                of_mean = q.means.slopes(number, contraction, self._space)
                results = {g: (by_mean * a[:, None, :]).reshape(len(a), -1) for g, a in of_mean.items()}
            for g, result in results.items():
                if (f, g) not in matrices:
                    matrices[f, g] = numpy.zeros((domain.n_cells, result.shape[1]))
                matrices[f, g][part] += result

    def _scatter_matrices(self, collected: dict, domain: Domain, matrices: dict) -> None:
        assert self.pattern is not None
        for block, values in matrices.items():
            pair = self.pattern.pairs[block]
            place = pair.place[domain.block]
            assert place is not None
            index = place if domain.rows is None else place[domain.rows]
            sums = backend.scatter_add(index.ravel(), values.ravel(), len(pair.rows))
            collected[block] = collected[block] + sums if block in collected else sums

    def _probe(self, state: State) -> Pattern:
        """The pattern of the blocks that one cell of each domain shows, and the diagonal ones."""
        blocks = {(f, f) for f in range(len(self.model.unknowns.variables))}
        for domain, terms in self._work:
            q = CellPoints(self.model, state, domain, slice(0, 1), dual=True)
            for f, coefficients in self._coefficients(terms, q).items():
                n = len(self.model.unknowns.variables)
                numbers = {key // 4 for c in coefficients if c is not None for key in partials(c)}
                blocks |= {(f % n, g % n) for number in numbers for g in q.means.fields(number)}
        return Pattern(self.model.unknowns, tuple(sorted(set().union(*self.model.ranks.everyone(blocks)))))


def chunks(n: int) -> Iterator[slice]:
    """Slices of n cells, `CHUNK` at a time."""
    for start in range(0, n, CHUNK):
        yield slice(start, min(start + CHUNK, n))
