"""Postprocessors, and the commit of stateful properties, in one pass over the mesh."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy

from alces.assembly import State, System
from alces.assembly.coordinates import Coordinates
from alces.assembly.domain import Domain, point_domain, side_domains
from alces.assembly.locate import Locator
from alces.assembly.node_points import NodePoints, at_nodes
from alces.assembly.points import CellPoints
from alces.assembly.sweep import Commit, Consumer, Reduce, at_points, sweep
from alces.assembly.unavailable import asked_by
from alces.hit import DeckErrors
from alces.physics import (
    ElementPostprocessor,
    GeneralPostprocessor,
    NodePostprocessor,
    PointPostprocessor,
    SearchPostprocessor,
    SidePostprocessor,
)
from alces.run.auxiliary import nodes_of, own_nodes
from alces.run.occasions import acts
from alces.run.references import needed_postprocessors
from alces.run.vector_postprocess import VectorPostprocessing


class Postprocessing:
    """Evaluates all postprocessors of a model.

    Args:
        status: what general postprocessors see of the run.
    """

    def __init__(self, system: System, status: Any):
        self.system, self.status = system, status
        self.vectors = VectorPostprocessing(system, status)
        self._points: dict[str, Domain | None] = {}
        self._locator: Locator | None = None

    def update(self, state: State, when: str, commit: bool = False) -> dict[Any, dict[str, Any]] | None:
        """Compute the postprocessors that act at `when`; with `commit` also the new stateful properties."""
        committed = self._numbers(state, when, commit)
        self.vectors.update(state, when)
        return committed

    def _numbers(self, state: State, when: str, commit: bool) -> dict[Any, dict[str, Any]] | None:
        chosen = {n: p for n, p in self.system.model.postprocessors.items() if acts(p, when)}
        if not chosen and not commit:
            return None
        reductions: dict[str, Reduce] = {}
        divisors: dict[str, Reduce] = {}
        boundaries: set[int] = set()
        for name, p in chosen.items():
            if isinstance(p, (ElementPostprocessor, SidePostprocessor)):
                reduction = "integral" if p.reduction == "quotient" else p.reduction
                chooser = p.chooser if isinstance(p, ElementPostprocessor) else None
                reductions[name] = Reduce(p.integrand, reduction, self._where(p), chooser)
                if isinstance(p, ElementPostprocessor) and p.reduction == "quotient":
                    divisors[name] = Reduce(p.divisor, "integral", self._where(p))
                if isinstance(p, SidePostprocessor):
                    boundaries |= set(self.system.model.boundaries(p.p.boundary))
        domains = [*self.system.cells, *(d for b in sorted(boundaries) for d in self.system.side_domains(b))]
        commits = Commit(self.system) if commit else None
        if commits is not None:  # boundary materials keep their state on every side domain that is in use
            known = {d.key for d in domains}
            domains += [d for ds in self.system.sides.values() for d in ds if d.key not in known]
        if reductions or commits is not None:
            flat = {n: p for n, p in chosen.items() if isinstance(p, SidePostprocessor) and p.flat}
            for name, p in flat.items():
                sweep(self.system, state, self._flat_sides(p), [reductions[name]])
            takers: list[Consumer] = [r for name, r in reductions.items() if name not in flat]
            takers += divisors.values()
            takers += [commits] if commits else []
            sweep(self.system, state, domains, takers)
        values, ranks = state.postprocessors, self.system.model.ranks
        for name, reduced in reductions.items():
            total = reduced.result(ranks)
            if name in divisors:
                by = divisors[name].result(ranks)
                total = total / by if by else numpy.nan
            values[name] = float(chosen[name].finish(total))
        for name, p in chosen.items():
            if isinstance(p, PointPostprocessor):
                values[name] = float(p.finish(self._at_point(name, p, p.p.point, state)))
            elif isinstance(p, SearchPostprocessor):
                values[name] = float(p.finish(self._search(name, p, state)))
            elif isinstance(p, NodePostprocessor):
                values[name] = float(p.finish(self._over_nodes(p, state)))
        self._general({n: p for n, p in chosen.items() if isinstance(p, GeneralPostprocessor)}, values)
        return commits.result() if commits is not None else None

    def _general(self, waiting: dict[str, GeneralPostprocessor], values: dict[str, float]) -> None:
        """General postprocessors, those first that others need."""
        names = list(waiting)
        for _ in range(len(names) + 1):
            for name in list(waiting):
                needed = set(needed_postprocessors(waiting[name]))
                if not (needed - {name}) & set(waiting):
                    p = waiting.pop(name)
                    with asked_by(p):
                        values[name] = float(p.finish(p.compute(self.status)))

    def _flat_sides(self, p: SidePostprocessor) -> list[Domain]:
        """Sides with their lengths and areas in the mesh itself."""
        model = self.system.model
        return side_domains(
            model.mesh, model.boundaries(p.p.boundary), model.quadrature_side_order, Coordinates()
        )

    def _where(self, p: Any) -> Callable[[Domain], bool]:
        model = self.system.model
        if isinstance(p, SidePostprocessor):
            boundaries = model.boundaries(p.p.boundary)
            return lambda domain: domain.boundary in boundaries
        blocks = model.subdomains(p.p.block)
        return lambda domain: domain.boundary is None and (not blocks or domain.subdomain in blocks)

    def _search(self, name: str, p: SearchPostprocessor, state: State) -> float:
        def at(point: tuple[float, float, float]) -> float:
            self._points.pop(name, None)
            return self._at_point(name, p, point, state)

        return p.search(at)

    def _at_point(self, name: str, p: PointPostprocessor | SearchPostprocessor, point: tuple[float, ...],
                  state: State) -> float:
        model = self.system.model
        if name not in self._points:
            self._locator = self._locator or Locator(model.mesh)
            found = self._locator.find(point)
            speaker = self._locator.speaker(model.ranks, point, found)
            if speaker < 0:
                what = "point" if isinstance(p, PointPostprocessor) else ""
                where = ", ".join(f"{c:g}" for c in point)
                raise DeckErrors([p.error(what, f"({where}) is outside the mesh")])
            mine = found is not None and speaker == model.ranks.rank
            self._points[name] = point_domain(model.mesh, *found) if found is not None and mine else None
        domain, value = self._points[name], 0.0
        if domain is not None:
            q = CellPoints(model, state, domain, slice(0, 1), dual=False)
            value = float(at_points(p.integrand(q), q)[0, 0])
        return float(model.ranks.sum(value))

    def _over_nodes(self, p: NodePostprocessor, state: State) -> float:
        model = self.system.model
        nodes = own_nodes(model.mesh, nodes_of(self.system, p))
        variable = getattr(p.p, "variable", None)
        for dofmap in (model.unknowns, model.auxiliaries):
            if variable in dofmap.index:
                nodes = nodes[dofmap.dofs[dofmap.index[variable]][nodes] >= 0]
        q = NodePoints(model, state, nodes)
        values = at_nodes(p.integrand(q), len(nodes))
        if p.reduction in ("sum", "average"):
            total, count = model.ranks.sum(numpy.array([values.sum(), float(len(nodes))]))
            if not count:
                return numpy.nan
            return float(total if p.reduction == "sum" else total / count)
        chooser = p.chooser(q)
        by = values if chooser is None else at_nodes(chooser, len(nodes))
        pick = numpy.argmin if p.reduction == "minimum" else numpy.argmax
        best = [(by[k], values[k]) for k in ([pick(by)] if len(nodes) else [])]
        everywhere = [pair for each in model.ranks.everyone(best) for pair in each]
        return float(everywhere[pick([c for c, _ in everywhere])][1]) if everywhere else numpy.nan
