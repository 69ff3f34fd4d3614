"""Postprocessors, and the commit of stateful properties, in one pass over the mesh."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy

from alces.assembly import State, System
from alces.assembly.domain import Domain, point_domain
from alces.assembly.locate import Locator
from alces.assembly.node_points import NodePoints
from alces.assembly.points import CellPoints
from alces.assembly.sweep import Commit, Reduce, sweep
from alces.hit import DeckErrors
from alces.physics import (
    ElementPostprocessor,
    GeneralPostprocessor,
    NodePostprocessor,
    PointPostprocessor,
    Postprocessor,
    SidePostprocessor,
)
from alces.run.auxiliary import nodes_of
from alces.run.references import needed_postprocessors
from alces.run.vector_postprocess import VectorPostprocessing


class Postprocessing:
    """Evaluates all postprocessors of a model.

    Args:
        status: what general postprocessors see of the run.
    """

    def __init__(self, system: System, status: Any):
        self.system, self.status = system, status
        self.vectors = VectorPostprocessing(system)
        self._points: dict[str, Domain] = {}
        self._locator: Locator | None = None

    def update(self, state: State, when: str, commit: bool = False) -> dict[Any, dict[str, Any]] | None:
        """Compute the postprocessors that act at `when`; with `commit` also the new stateful properties."""
        self.vectors.update(state, when)
        chosen = {n: p for n, p in self.system.model.postprocessors.items() if _acts(p, when)}
        if not chosen and not commit:
            return None
        reductions: dict[str, Reduce] = {}
        boundaries: set[int] = set()
        for name, p in chosen.items():
            if isinstance(p, (ElementPostprocessor, SidePostprocessor)):
                reductions[name] = Reduce(p.integrand, p.reduction, self._where(p))
                if isinstance(p, SidePostprocessor):
                    boundaries |= set(self.system.model.boundaries(p.p.boundary))
        domains = [*self.system.cells, *(d for b in sorted(boundaries) for d in self.system.side_domains(b))]
        commits = Commit(self.system) if commit else None
        if commits is not None:  # boundary materials keep their state on every side domain that is in use
            known = {d.key for d in domains}
            domains += [d for ds in self.system.sides.values() for d in ds if d.key not in known]
        if reductions or commits is not None:
            sweep(self.system, state, domains, [*reductions.values(), *([commits] if commits else [])])
        values = state.postprocessors
        for name, reduction in reductions.items():
            values[name] = float(chosen[name].finish(reduction.result()))
        for name, p in chosen.items():
            if isinstance(p, PointPostprocessor):
                values[name] = float(p.finish(self._at_point(name, p, state)))
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
                    values[name] = float(waiting[name].finish(waiting.pop(name).compute(self.status)))

    def _where(self, p: Any) -> Callable[[Domain], bool]:
        model = self.system.model
        if isinstance(p, SidePostprocessor):
            boundaries = model.boundaries(p.p.boundary)
            return lambda domain: domain.boundary in boundaries
        blocks = model.subdomains(p.p.block)
        return lambda domain: domain.boundary is None and (not blocks or domain.subdomain in blocks)

    def _at_point(self, name: str, p: PointPostprocessor, state: State) -> float:
        if name not in self._points:
            self._locator = self._locator or Locator(self.system.model.mesh)
            found = self._locator.find(p.p.point)
            if found is None:
                raise DeckErrors(
                    [p.error("point", f"({', '.join(f'{c:g}' for c in p.p.point)}) is outside the mesh")]
                )
            self._points[name] = point_domain(self.system.model.mesh, *found)
        q = CellPoints(self.system.model, state, self._points[name], slice(0, 1), dual=False)
        return float(numpy.broadcast_to(p.integrand(q), (1, 1))[0, 0])

    def _over_nodes(self, p: NodePostprocessor, state: State) -> float:
        nodes = nodes_of(self.system, p)
        variable = getattr(p.p, "variable", None)
        for dofmap in (self.system.model.unknowns, self.system.model.auxiliaries):
            if variable in dofmap.index:
                nodes = nodes[dofmap.dofs[dofmap.index[variable]][nodes] >= 0]
        q = NodePoints(self.system.model, state, nodes)
        values = numpy.broadcast_to(p.integrand(q), (len(nodes), 1))
        chooser = p.chooser(q)
        if chooser is not None and len(nodes):
            chosen = numpy.argmin if p.reduction == "minimum" else numpy.argmax
            return float(values[chosen(numpy.broadcast_to(chooser, (len(nodes), 1))), 0])
        reduce: dict[str, Any] = {
            "sum": numpy.sum, "average": numpy.mean, "maximum": numpy.max, "minimum": numpy.min,
        }
        return float(reduce[p.reduction](values)) if len(nodes) else numpy.nan


_DURING = {"LINEAR", "NONLINEAR"}


def _acts(p: Postprocessor, when: str) -> bool:
    """Whether it is computed now; what a deck wants during the solve, at every residual and when it has
    ended."""
    return when in p.p.execute_on or (
        when in ("LINEAR", "TIMESTEP_END") and bool(_DURING & set(p.p.execute_on))
    )
