"""Mesh nodes as the points at which physics is evaluated."""
from __future__ import annotations

import builtins
from typing import Any, NoReturn

import numpy

from alces import backend
from alces.ad import Vector, value
from alces.assembly.model import Model
from alces.assembly.points import DeckPoints
from alces.assembly.state import State
from alces.assembly.unavailable import Unavailable
from alces.mesh import node_numbers


def at_nodes(a: Any, n: int) -> numpy.ndarray:
    """A scalar at n nodes, (n,), on the host."""
    return backend.to_host(backend.full(value(a), (n, 1)))[:, 0]


class NodePoints(DeckPoints):
    """Mesh nodes as points (node, 1); values of nodal variables only."""

    def __init__(self, model: Model, state: State, nodes: numpy.ndarray):
        super().__init__(model, state)
        self.nodes = nodes
        self.x, self.y, self.z = (backend.asarray(model.mesh.points[nodes, k][:, None]) for k in range(3))

    @builtins.property
    def node_numbers(self) -> Any:
        """See `alces.physics.Points.node_numbers`."""
        return backend.asarray(node_numbers(self.model.mesh)[self.nodes][:, None])

    def _nodal(self, variable: str, which: str) -> Any:
        for dofmap, vector in (
            (self.model.unknowns, which),
            (self.model.auxiliaries, which.replace("u", "aux")),
        ):
            if variable in dofmap.index:
                index = dofmap.index[variable]
                if not dofmap.layouts[index].space.nodal:
                    raise Unavailable(f"the variable '{variable}' has no values at nodes")
                values: Any = getattr(self.now, vector)
                values = values() if callable(values) else values
                assert values is not None
                return backend.asarray(dofmap.node_values(index, values)[self.nodes][:, None])
        raise Unavailable(f"there is no variable '{variable}'", variable, self.model.unknowns.index)

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

    def dotdot(self, variable: str) -> Any:
        """See `alces.physics.Points.dotdot`."""
        self._need_second_rate()
        return self._nodal(variable, "u_dotdot")

    def dot_old(self, variable: str) -> Any:
        """See `alces.physics.Points.dot_old`."""
        return 0.0 if self.now.u_dot_old is None else self._nodal(variable, "u_dot_old")

    # -- what nodes do not have --------------------------------------------------------------------
    def grad(self, variable: str | float) -> Vector:
        """Zero for numbers; variables have no gradient at nodes."""
        return _lacking("gradients") if isinstance(variable, str) else Vector()

    def laplacian(self, variable: str | float) -> Any:
        """Zero for numbers; variables have no second derivatives at nodes."""
        return _lacking("second derivatives") if isinstance(variable, str) else 0.0

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

    def property_older(self, name: str) -> Any:
        """See `property`."""
        return self.property(name)

    def property_old(self, name: str | float) -> Any:
        """See `property`."""
        return self.property(name)

    @builtins.property
    def cell_numbers(self) -> Any:
        """There are no cells at nodes."""
        return _lacking("cell numbers")

    @builtins.property
    def normal(self) -> Vector:
        """There are no normals at nodes."""
        return _lacking("normals")

    @builtins.property
    def cell_size(self) -> Any:
        """There are no cells at nodes."""
        return _lacking("cell sizes")

    @builtins.property
    def cell_order(self) -> int:
        """There are no cells at nodes."""
        return _lacking("cells")

    def cell_mean(self, a: Any) -> Any:
        """There are no cells at nodes."""
        return _lacking("cells")

    @builtins.property
    def cell_diameter(self) -> Any:
        """There are no cells at nodes."""
        return _lacking("cell diameters")


def _lacking(what: str) -> NoReturn:
    raise RuntimeError(f"nodes have no {what}: this needs quadrature points")
