"""Auxiliary variables and initial conditions: filled from the state."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy

from alces.assembly import State, System
from alces.assembly.cell_projection import projection
from alces.assembly.domain import Domain
from alces.assembly.node_points import NodePoints, at_nodes
from alces.assembly.patch import PatchRecovery
from alces.assembly.points import CellPoints
from alces.assembly.sweep import sweep
from alces.assembly.unavailable import asked_by
from alces.mesh import Mesh
from alces.params import declared
from alces.physics import AuxKernel, InitialCondition, ResidualAux
from alces.run.cell_integrals import CellIntegrals
from alces.run.first_numbers import compute_needed
from alces.run.hermite_conditions import slopes


class Auxiliaries:
    """Computes the auxiliary variables in an order in which each sees those that it needs."""

    def __init__(self, system: System):
        self.system = system
        self._layers: list[list[AuxKernel]] | None = None

    def update(self, state: State, when: str) -> None:
        """Run the auxiliary kernels that act at `when` (e.g. ``INITIAL``); writes ``state.aux``."""
        for layer in self._ordered(state):
            chosen = [k for k in layer if when in k.p.execute_on]
            nodal = [k for k in chosen if k.nodal and self._is_nodal(k.p.variable)]
            projected = [k for k in chosen if k not in nodal]
            if chosen:
                state.aux = state.aux.copy()
            for kernel in nodal:
                self._at_nodes(kernel, state)
            self._project(projected, state)
            if chosen:
                self.system.model.auxiliaries.ghosts.update(state.aux)

    def _is_nodal(self, variable: str) -> bool:
        aux = self.system.model.auxiliaries
        return aux.layouts[aux.index[variable]].space.nodal

    def _at_nodes(self, kernel: AuxKernel, state: State) -> None:
        nodes = nodes_of(self.system, kernel)
        aux = self.system.model.auxiliaries
        dofs = aux.dofs[aux.index[kernel.p.variable]][nodes]
        with asked_by(kernel):
            values = at_nodes(kernel.value(NodePoints(self.system.model, state, nodes)), len(nodes))
        state.aux[dofs[dofs >= 0]] = values[dofs >= 0]

    def _project(self, kernels: Sequence[AuxKernel], state: State) -> None:
        if not kernels:
            return
        projections = [self._projection(k) for k in kernels]
        boundaries = {b for k in kernels for b in self.system.model.boundaries(k.p.boundary)}
        domains = [*self.system.cells, *(d for b in sorted(boundaries) for d in self.system.side_domains(b))]
        sweep(self.system, state, domains, projections)
        for projected in projections:
            projected.store(state.aux)

    def _projection(self, kernel: AuxKernel) -> Any:
        where = _domains_of(self.system, kernel)
        if kernel.cell_integral:
            return CellIntegrals(self.system, kernel, where)
        recover = kernel.patch_recovery and self._is_nodal(kernel.p.variable)
        return (PatchRecovery if recover else projection)(
            self.system, kernel.p.variable, kernel.value, where
        )

    def _ordered(self, state: State) -> list[list[AuxKernel]]:
        """Layers of kernels: each layer needs only auxiliary variables of the layers before it."""
        if self._layers is None:
            waiting = [k for k in self.system.model.aux_kernels if not isinstance(k, ResidualAux)]
            everyone = self.system.model.ranks.everyone
            needs = {id(k): set().union(*everyone(self._reads(k, state))) for k in waiting}
            self._layers = []
            while waiting:
                pending = {k.p.variable for k in waiting}
                ready = [k for k in waiting if not (needs[id(k)] - {k.p.variable}) & pending] or waiting
                self._layers.append(ready)
                waiting = [k for k in waiting if k not in ready]
        return self._layers

    def _reads(self, kernel: AuxKernel, state: State) -> set[str]:
        aux = self.system.model.auxiliaries.index
        found = set()
        for name, param in declared(type(kernel)).items():
            if param.kind.refers == "Variables" and name not in ("variable", *kernel.reads_old):
                value = getattr(kernel.p, name)
                found |= {v for v in (value if isinstance(value, tuple) else (value,)) if v in aux}
        if not kernel.nodal:
            wants = _domains_of(self.system, kernel)
            for domain in [d for d in self.system.cells if wants(d)][:1]:
                q = CellPoints(self.system.model, state, domain, slice(0, 1), dual=False)
                kernel.value(q)
                found |= q.aux_read
        return found


def apply_initial_conditions(system: System, state: State) -> None:
    """Set unknowns and auxiliary variables from the initial conditions; later ones win where they overlap.

    A condition that uses a variable comes after those that set it.
    """
    model = system.model
    for condition in _in_order(model.initial_conditions):
        compute_needed(system, state, condition)
        state.u, state.aux = state.u.copy(), state.aux.copy()
        name = condition.p.variable
        dofmap, vector = (
            (model.unknowns, state.u) if name in model.unknowns.index else (model.auxiliaries, state.aux)
        )
        index = dofmap.index[name]
        if dofmap.layouts[index].space.nodal:
            nodes = nodes_of(system, condition)
            if name in dofmap.merged:  # of tied nodes the one that carries the unknown comes last, and wins
                nodes = nodes[numpy.argsort(dofmap.merged[name][nodes] == nodes, kind="stable")]
            dofs = dofmap.dofs[index][nodes]
            values = at_nodes(condition.value(NodePoints(model, state, nodes)), len(nodes))
            vector[dofs[dofs >= 0]] = values[dofs >= 0]
            if dofmap.layouts[index].space.components > 1:
                for k, slope in enumerate(slopes(model, state, condition, nodes), 1):
                    dofs = dofmap.dofs[index][nodes + k * model.mesh.n_nodes]
                    vector[dofs[dofs >= 0]] = slope[dofs >= 0]
        else:
            projected = projection(system, name, condition.value, _domains_of(system, condition))
            sweep(system, state, system.cells, [projected])
            projected.store(vector)
        dofmap.ghosts.update(vector)


def _in_order(conditions: Sequence[InitialCondition]) -> list[InitialCondition]:
    """The conditions, in the order of the deck as far as the variables that they use allow it."""
    done: list[InitialCondition] = []
    waiting = list(conditions)
    while waiting:
        pending = {c.p.variable for c in waiting}
        ready = next((c for c in waiting if not _used(c) & (pending - {c.p.variable})), waiting[0])
        waiting.remove(ready)
        done.append(ready)
    return done


def _used(condition: InitialCondition) -> set[str]:
    """Names of the variables that a condition uses, besides the one that it sets."""
    found: set[str] = set(condition.reads())
    for name, param in declared(type(condition)).items():
        if param.kind.refers == "Variables" and name != "variable":
            value = getattr(condition.p, name)
            found |= {v for v in (value if isinstance(value, tuple) else (value,)) if isinstance(v, str)}
    return found


def nodes_of(system: System, thing: Any) -> numpy.ndarray:
    """Mesh nodes where an object with `block` and `boundary` acts."""
    mesh = system.model.mesh
    if thing.p.boundary:
        return system.boundary_nodes(thing.p.boundary)
    if not thing.p.block:
        return numpy.arange(mesh.n_nodes)
    wanted = system.model.subdomains(thing.p.block)
    return numpy.unique(numpy.concatenate([b.cells.ravel() for b in mesh.blocks if b.subdomain in wanted]))


def own_nodes(mesh: Mesh, nodes: numpy.ndarray) -> numpy.ndarray:
    """Those among some nodes that belong to this process."""
    return nodes if mesh.part is None else nodes[mesh.part.own_nodes[nodes]]


def _domains_of(system: System, thing: AuxKernel | InitialCondition) -> Callable[[Domain], bool]:
    boundaries = system.model.boundaries(thing.p.boundary)
    blocks = system.model.subdomains(thing.p.block)
    if boundaries:
        return lambda domain: domain.boundary in boundaries
    return lambda domain: domain.boundary is None and (not blocks or domain.subdomain in blocks)
