"""What postprocessors and time steppers see of the run."""
from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy

from alces import backend
from alces.assembly import Unavailable
from alces.assembly.node_points import at_nodes
from alces.assembly.points import DeckPoints

if TYPE_CHECKING:
    from alces.run.problem import Problem


class RunStatus:
    """Implements `alces.physics.Status` for a problem."""

    def __init__(self, problem: Problem):
        self._problem = problem

    @property
    def time(self) -> float:
        return self._problem.state.t

    @property
    def dt(self) -> float:
        return self._problem.state.dt

    @property
    def step(self) -> int:
        return self._problem.step

    @property
    def newton_iterations(self) -> int:
        return self._problem.newton_iterations

    @property
    def linear_iterations(self) -> int:
        return self._problem.linear_iterations

    def postprocessor(self, name: str | float) -> float:
        """See `alces.physics.Status.postprocessor`."""
        return self._problem.state.postprocessors[name] if isinstance(name, str) else name

    def old(self, name: str) -> float:
        """See `alces.physics.Status.old`."""
        return self._problem.state.postprocessors_old.get(name, 0.0)

    def knots(self, name: str | float) -> Sequence[float]:
        """Times at which a function has a corner or jump."""
        found = self._problem.model.functions.get(name) if isinstance(name, str) else None
        return found.knots() if found is not None else ()

    def function(
        self, name: str | float, point: tuple[float, ...] = (0.0, 0.0, 0.0), time: float | None = None
    ) -> float:
        """See `alces.physics.Status.function`."""
        q = DeckPoints(self._problem.model, self._problem.state)
        q.x, q.y, q.z = (backend.asarray(numpy.full((1, 1), c)) for c in point)
        q.t = self.time if time is None else time
        return float(at_nodes(q.function(name), 1)[0])

    def relative_change(self, auxiliaries: bool = False) -> float:
        """See `alces.physics.Status.relative_change`; of the auxiliary variables instead if so asked."""
        model, state = self._problem.model, self._problem.state
        dofmap, u, u_old = (
            (model.auxiliaries, state.aux, state.aux_old) if auxiliaries
            else (model.unknowns, state.u, state.u_old)
        )
        own = dofmap.ghosts.own
        both = numpy.array([((u - u_old)[own] ** 2).sum(), (u[own] ** 2).sum()])
        change, size = numpy.sqrt(model.ranks.sum(both))
        return float(change / size) if size else 0.0

    def count(self, what: str) -> int:
        """See `alces.physics.Status.count`."""
        model = self._problem.model
        mesh = model.mesh.part or model.mesh
        return {"nodes": mesh.n_nodes, "cells": mesh.n_cells, "dofs": model.unknowns.ghosts.n,
                "variables": len(model.unknowns.variables), "auxiliary dofs": model.auxiliaries.ghosts.n,
                "auxiliary variables": len(model.auxiliaries.variables)}[what]

    def reaction(self, variable: str, boundary: Sequence[str]) -> float:
        """See `alces.physics.Status.reaction`."""
        problem = self._problem
        residual = problem.raw_residual
        if residual is None:
            return 0.0
        nodes = problem.system.boundary_nodes(boundary)
        unknowns = problem.model.unknowns
        if variable not in unknowns.index:
            raise Unavailable(f"'{variable}' is not solved for and has no reaction", variable, unknowns.index)
        dofs = unknowns.dofs[unknowns.index[variable]][nodes]
        held = numpy.intersect1d(dofs, problem.system.constrained)
        return float(problem.model.ranks.sum(residual[held[unknowns.ghosts.own[held]]].sum()))
