"""Vector postprocessors: tables of values."""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy

from alces.assembly import State, System
from alces.assembly.domain import Domain, point_domain
from alces.assembly.locate import Locator
from alces.assembly.node_points import NodePoints, at_nodes
from alces.assembly.points import CellPoints
from alces.assembly.sweep import at_points, sweep, weights
from alces.fe import reference_cell
from alces.hit import DeckErrors
from alces.mesh import cells_on_line, node_numbers
from alces.params import declared
from alces.physics import (
    CellSampler,
    GeneralVectorPostprocessor,
    Histogram,
    LineSampler,
    NodeSampler,
    PointSampler,
    SideSampler,
    Status,
    VectorPostprocessor,
)
from alces.run.auxiliary import nodes_of, own_nodes
from alces.run.occasions import acts

Table = dict[str, numpy.ndarray]


class VectorPostprocessing:
    """Evaluates all vector postprocessors of a model.

    Args:
        status: what those see that look at the run as a whole.

    Attributes:
        tables: name -> column -> values (row,), as computed last.
    """

    def __init__(self, system: System, status: Status):
        self.system, self.status = system, status
        self.tables: dict[str, Table] = {}
        self._places: dict[str, list[tuple[Domain, numpy.ndarray]]] = {}
        self._crossed: dict[str, numpy.ndarray] = {}

    def update(self, state: State, when: str) -> None:
        """Compute those that act at `when`."""
        for name, p in self.system.model.vector_postprocessors.items():
            if acts(p, when):
                self.tables[name] = self._whole(name, p, self._rows(name, p, state))

    def _rows(self, name: str, p: VectorPostprocessor, state: State) -> list[Table]:
        """The rows that this process has."""
        if isinstance(p, (GeneralVectorPostprocessor, Histogram)):
            columns = self._histogram(p, state) if isinstance(p, Histogram) else p.compute(self.status)
            computed = {c: numpy.asarray(v, dtype=float) for c, v in columns.items()}
            return [computed] if self.system.model.ranks.first else []
        if isinstance(p, PointSampler):
            return self._at_points(name, p, state)
        if isinstance(p, NodeSampler):
            return self._at_nodes(p, state)
        assert isinstance(p, (CellSampler, SideSampler, LineSampler))
        rows = _Rows(self, name, p)
        sweep(self.system, state, rows.domains(), [rows])
        return rows.found

    def _whole(self, name: str, p: VectorPostprocessor, rows: list[Table]) -> Table:
        """One table of the rows of all processes; every table passes through here."""
        parts = [part for each in self.system.model.ranks.everyone(rows) for part in each]
        columns = sorted({column for part in parts for column in part})
        whole = {c: numpy.concatenate([part[c] for part in parts]) for c in columns}
        if "sort_by" in declared(type(p)) and whole:
            order = numpy.argsort(whole[p.p.sort_by], kind="stable")
            whole = {column: values[order] for column, values in whole.items()}
        if not p.p.contains_complete_history or name not in self.tables:
            return whole
        return {c: numpy.concatenate([self.tables[name][c], values]) for c, values in whole.items()}

    def _histogram(self, p: Histogram, state: State) -> Mapping[str, Sequence[float]]:
        edges = p.edges(self.status)
        volumes = _Volumes(p, numpy.asarray(edges))
        blocks = self.system.model.subdomains(p.p.block)
        domains = [d for d in self.system.cells if not blocks or d.subdomain in blocks]
        sweep(self.system, state, domains, [volumes])
        return p.table(edges, self.system.model.ranks.sum(volumes.found))

    # -- rows of one process -----------------------------------------------------------------------
    def _at_nodes(self, p: NodeSampler, state: State) -> list[Table]:
        model = self.system.model
        nodes = own_nodes(model.mesh, nodes_of(self.system, p))
        for name in getattr(p.p, "variable", ()):
            for dofmap in (model.unknowns, model.auxiliaries):
                if name in dofmap.index and dofmap.layouts[dofmap.index[name]].space.nodal:
                    nodes = nodes[dofmap.dofs[dofmap.index[name]][nodes] >= 0]
        q = NodePoints(model, state, nodes)
        return [_table(node_numbers(model.mesh)[nodes], model.mesh.points[nodes], {
            c: at_nodes(v, len(nodes)) for c, v in p.columns(q).items()})]

    def _at_points(self, name: str, p: PointSampler, state: State) -> list[Table]:
        if name not in self._places:
            self._places[name] = list(self._located(p))
        points, ids = numpy.asarray(p.points(), dtype=float), numpy.asarray(p.ids(), dtype=float)
        rows = []
        for domain, which in self._places[name]:
            q = CellPoints(self.system.model, state, domain, slice(0, domain.n_cells), dual=False)
            columns = {c: at_points(v, q)[:, 0] for c, v in p.columns(q).items()}
            rows.append(_table(ids[which], points[which], columns))
        return rows

    def _located(self, p: PointSampler) -> Iterable[tuple[Domain, numpy.ndarray]]:
        """Domains with the points of this process and their places in the list; points that are at the same
        place of cells of one block share one."""
        model = self.system.model
        locator, groups = Locator(model.mesh), {}  # type: ignore[var-annotated]
        for k, point in enumerate(p.points()):
            found = locator.find(point)
            speaker = locator.speaker(model.ranks, point, found)
            if speaker < 0:
                where = ", ".join(f"{c:g}" for c in point)
                raise DeckErrors([p.error("", f"the point ({where}) is outside the mesh")])
            if found is not None and speaker == model.ranks.rank:
                block, cell, xi = found
                groups.setdefault((block, tuple(numpy.round(xi, 12))), []).append((cell, k))
        for (block, xi), members in groups.items():
            cells, which = numpy.array(members).T
            yield point_domain(model.mesh, block, cells, numpy.array(xi)), which

    def crossed(self, name: str, p: LineSampler) -> numpy.ndarray:
        """Whether each cell of the mesh is one that the line crosses."""
        if name not in self._crossed:
            self._crossed[name] = cells_on_line(self.system.model.mesh, p.p.start, p.p.end)
        return self._crossed[name]


class _Rows:
    """Collects rows from cells or sides; see `alces.assembly.sweep.Consumer`."""

    def __init__(self, owner: VectorPostprocessing, name: str, p: CellSampler | SideSampler | LineSampler):
        self.owner, self.name, self.p = owner, name, p
        self.found: list[Table] = []

    def domains(self) -> list[Domain]:
        """Where to go."""
        system, p = self.owner.system, self.p
        if isinstance(p, SideSampler):
            return [d for b in sorted(system.model.boundaries(p.p.boundary)) for d in system.side_domains(b)]
        blocks = system.model.subdomains(p.p.block)
        return [d for d in system.cells if not blocks or d.subdomain in blocks]

    def wants(self, domain: Domain) -> bool:
        return True

    def take(self, q: CellPoints) -> None:
        columns = {c: at_points(v, q) for c, v in self.p.columns(q).items()}
        cells = numpy.arange(q.domain.n_cells)[q.part]
        chosen = numpy.zeros(len(cells), dtype=bool)
        chosen[q.domain.own(q.part)] = True
        numbers = q.domain.cell_numbers()[q.part].astype(float)
        points = numpy.stack([at_points(a, q) for a in (q.x, q.y, q.z)], axis=2)
        if isinstance(self.p, CellSampler):
            weight = weights(q)
            columns = {c: (v * weight).sum(axis=1) / weight.sum(axis=1) for c, v in columns.items()}
            corners = q.domain.cells[q.part][:, : reference_cell(q.domain.cell_type).n_vertices]
            points, ids = q.model.mesh.points[corners].mean(axis=1), numbers
        else:
            ids = numpy.repeat(numbers[:, None], points.shape[1], axis=1)
            if isinstance(self.p, LineSampler):
                chosen &= self.owner.crossed(self.name, self.p)[q.domain.cell_ids()[q.part]]
                start, end = (numpy.asarray(a, dtype=float) for a in (self.p.p.start, self.p.p.end))
                ids = (points - start) @ ((end - start) / numpy.linalg.norm(end - start))
        self.found.append(_table(ids[chosen].ravel(), points[chosen].reshape(-1, 3),
                                 {c: v[chosen].ravel() for c, v in columns.items()}))


class _Volumes:
    """Adds up the volume of each bin; see `alces.assembly.sweep.Consumer`."""

    def __init__(self, p: Histogram, edges: numpy.ndarray):
        self.p, self.edges = p, edges
        self.found = numpy.zeros(len(edges) - 1)

    def wants(self, domain: Domain) -> bool:
        return True

    def take(self, q: CellPoints) -> None:
        own = q.domain.own(q.part)
        values: numpy.ndarray = at_points(self.p.value(q), q)[own]
        bins = numpy.searchsorted(self.edges, values, side="right") - 1
        inside = (bins >= 0) & (bins < len(self.found))
        self.found += numpy.bincount(bins[inside], weights(q)[own][inside], len(self.found))


def _table(ids: numpy.ndarray, points: numpy.ndarray, columns: Mapping[str, numpy.ndarray]) -> Table:
    places = {axis: points[:, i] for i, axis in enumerate("xyz")}
    return {"id": ids.astype(float), **places, **columns}

