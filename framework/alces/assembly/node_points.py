"""Mesh nodes as the points at which physics is evaluated."""
from __future__ import annotations

import builtins
from typing import Any, NoReturn

import numpy

from alces.ad import Vector
from alces.assembly.model import Model
from alces.assembly.points import DeckPoints
from alces.assembly.state import State
from alces.assembly.unavailable import Unavailable


class NodePoints(DeckPoints):
    """Mesh nodes as points (node, 1); values of nodal variables only."""

    def __init__(self, model: Model, state: State, nodes: numpy.ndarray):
        super().__init__(model, state)
        self.nodes = nodes
        self.x, self.y, self.z = (model.mesh.points[nodes, k][:, None] for k in range(3))

    def _nodal(self, variable: str, which: str) -> numpy.ndarray:
        for dofmap, vector in (
            (self.model.unknowns, which),
            (self.model.auxiliaries, which.replace("u", "aux")),
        ):
            if variable in dofmap.index:
                index = dofmap.index[variable]
                if not dofmap.layouts[index].space.nodal:
                    raise Unavailable(f"the variable '{variable}' has no values at nodes")
                values = self.now.u_dot() if which == "u_dot" else getattr(self.now, vector)
                assert values is not None
                return dofmap.node_values(index, values)[self.nodes][:, None]
        raise KeyError(variable)

    def value(self, variable: str | float) -> Any:
        """See `alces.physics.Points.value`."""
        return self._nodal(variable, "u") if isinstance(variable, str) else variable

    def old(self, variable: str | float) -> Any:
        """See `alces.physics.Points.old`."""
        return self._nodal(variable, "u_old") if isinstance(variable, str) else variable

    def dot(self, variable: str | float) -> Any:
        """See `alces.physics.Points.dot`."""
        if not isinstance(variable, str) or self.now.offset is None:
            return 0.0
        return self._nodal(variable, "u_dot")

    # -- what nodes do not have --------------------------------------------------------------------
    def grad(self, variable: str | float) -> Vector:
        """Zero for numbers; variables have no gradient at nodes."""
        return _lacking("gradients") if isinstance(variable, str) else Vector()

    def grad_old(self, variable: str | float) -> Vector:
        """See `grad`."""
        return self.grad(variable)

    def property(self, name: str | float) -> Any:
        """Numbers stand for themselves; there are no material properties at nodes."""
        return _lacking("material properties") if isinstance(name, str) else name

    def has_property(self, name: str) -> bool:
        """There are no material properties at nodes."""
        return False

    def state(self, name: str) -> Any:
        """There are no material properties at nodes."""
        return _lacking("material properties")

    @builtins.property
    def normal(self) -> Vector:
        """There are no normals at nodes."""
        return _lacking("normals")

    @builtins.property
    def cell_size(self) -> Any:
        """There are no cells at nodes."""
        return _lacking("cell sizes")


def _lacking(what: str) -> NoReturn:
    raise RuntimeError(f"nodes have no {what}: this needs quadrature points")
