"""Residual and Jacobian of the coupled problem."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy
from scipy import sparse

from alces import backend
from alces.assembly.domain import Domain, cell_domains, side_domains
from alces.assembly.elements import Coefficients, Elements, Term
from alces.assembly.model import Model
from alces.assembly.node_points import NodePoints, at_nodes
from alces.assembly.pattern import Adding, Pattern
from alces.assembly.point_sources import source_domains
from alces.assembly.points import CellPoints
from alces.assembly.state import State
from alces.physics import NodalBC


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
        self._elements = Elements(model)
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
        self._constrained_places: tuple[Any, Any] | None = None
        self._adders: dict[tuple, Adding] = {}
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
                self._elements.coefficients(terms, q)
                self.aux_read |= q.aux_read
        return self.model.ranks.any(bool(self.aux_read))

    def residual(self, state: State, steady_part_only: bool = False,
                 only: Callable[[Term], bool] | None = None) -> Any:
        """Residual vector (n,) of all terms, prescribed values not considered; on the device.

        Args:
            steady_part_only: leave out terms with a time derivative (Crank-Nicolson).
            only: the terms to take; default: all.
        """
        total = backend.zeros((self.model.unknowns.n,))
        for domain, terms in self._work:
            chosen = [t for t in terms if not (steady_part_only and t.time) and (only is None or only(t))]
            if not chosen:
                continue
            for part in chunks(domain):
                q = CellPoints(self.model, state, domain, part, dual=False)
                self._add_vectors(total, q, self._elements.coefficients(chosen, q))
                self.aux_read |= q.aux_read
        return total

    def jacobian(self, state: State) -> Any:
        """Values of the Jacobian in `pattern`, without prescribed values; on the device."""
        return self._linearize(state, None)

    def linearization(self, state: State) -> tuple[Any, Any]:
        """`residual` and `jacobian` of one evaluation of the terms; it costs little more than the second."""
        total = backend.zeros((self.model.unknowns.n,))
        return total, self._linearize(state, total)

    def _linearize(self, state: State, total: Any) -> Any:
        """Values of the Jacobian; the residual is added to a vector of zeros if one is given."""
        if self.pattern is None:
            self.pattern = self._probe(state)
        data = backend.zeros((self.pattern.nnz,))
        new: set[tuple[int, int]] = set()
        for domain, terms in self._work:
            for part in chunks(domain):
                q = CellPoints(self.model, state, domain, part, dual=True)
                coefficients = self._elements.coefficients(terms, q)
                matrices = self._elements.matrices(q, coefficients)
                self.aux_read |= q.aux_read
                new |= set(matrices) - set(self.pattern.blocks)
                if matrices and not new:
                    self.pattern.adder(matrices, domain, part)(data, list(matrices.values()))
                if total is not None:
                    self._add_vectors(total, q, coefficients)
        if self.model.ranks.any(bool(new)):  # blocks that no state had shown before
            blocks = set(self.pattern.blocks).union(*self.model.ranks.everyone(new))
            self.pattern = Pattern(self.model.unknowns, tuple(sorted(blocks)))
            self._constrained_places = None
            return self._linearize(state, None)
        return data

    def constrain(self, data: Any) -> None:
        """Rows and columns of the constrained unknowns become those of the identity."""
        assert self.pattern is not None
        if self._constrained_places is None:
            entries, diagonal = self.pattern.entries_of(self.constrained), self.pattern.diagonal
            self._constrained_places = backend.asarray(entries), backend.asarray(diagonal[self.constrained])
        for places, number in zip(self._constrained_places, (0.0, 1.0), strict=True):
            backend.put(data, places, number)

    def matrix(self, data: numpy.ndarray) -> sparse.csr_matrix:
        """CSR matrix of Jacobian values."""
        assert self.pattern is not None
        n = self.model.unknowns.n
        return sparse.csr_matrix((data, self.pattern.indices, self.pattern.indptr), shape=(n, n))

    # -- pieces ------------------------------------------------------------------------------------
    def _add_vectors(self, total: Any, q: CellPoints, coefficients: Coefficients) -> None:
        """Add the cell vectors of a chunk to a vector of unknowns."""
        vectors = self._elements.vectors(q, coefficients)
        if vectors:
            self._adder(tuple(vectors), q.domain, q.part)(total, list(vectors.values()))

    def _adder(self, variables: tuple[int, ...], domain: Domain, part: slice) -> Adding:
        """Adds the cell vectors of some variables to a vector of unknowns."""
        key = (domain.key, part.start, part.stop, variables)
        if key not in self._adders:
            unknowns = self.model.unknowns
            tables = [unknowns.cell_dofs(f, domain.block) for f in variables]
            places = [domain.take(table, part) for table in tables if table is not None]
            self._adders[key] = backend.adder(places, unknowns.n)
        return self._adders[key]

    def _probe(self, state: State) -> Pattern:
        """The pattern of the blocks that one cell of each domain shows, and the diagonal ones."""
        blocks = {(f, f) for f in range(len(self.model.unknowns.variables))}
        for domain, terms in self._work:
            q = CellPoints(self.model, state, domain, slice(0, 1), dual=True)
            blocks |= self._elements.blocks(q, self._elements.coefficients(terms, q))
        return Pattern(self.model.unknowns, tuple(sorted(set().union(*self.model.ranks.everyone(blocks)))))


def chunks(domain: Domain) -> Iterator[slice]:
    """Slices of the cells of a domain that are evaluated at once."""
    step = backend.chunk(domain.n_points)
    for start in range(0, domain.n_cells, step):
        yield slice(start, min(start + step, domain.n_cells))
