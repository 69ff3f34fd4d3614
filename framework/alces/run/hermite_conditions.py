"""Slopes that initial conditions give to variables of the family HERMITE."""
from __future__ import annotations

from typing import Any

import numpy

from alces.ad import Dual, partials
from alces.assembly import Model, State
from alces.assembly.node_points import NodePoints, at_nodes
from alces.physics import InitialCondition

_STEP = 1e-6  # of the difference that gives the cross derivative


def slopes(
    model: Model, state: State, condition: InitialCondition, nodes: numpy.ndarray
) -> list[numpy.ndarray]:
    """u_x, and in two dimensions u_y and u_xy, of the condition's function at nodes, each (node,)."""
    if model.mesh.dim == 1:
        return _gradient(model, state, condition, nodes, 0.0)
    high, low = (_gradient(model, state, condition, nodes, s) for s in (_STEP, -_STEP))
    return [*_gradient(model, state, condition, nodes, 0.0), (high[0] - low[0]) / (2.0 * _STEP)]


def _gradient(
    model: Model, state: State, condition: InitialCondition, nodes: numpy.ndarray, shift: float
) -> list[numpy.ndarray]:
    """The derivatives along the mesh's axes, taken at y + shift; 0 where they do not exist."""
    q: Any = NodePoints(model, state, nodes)
    q.x, q.y = Dual(q.x, {0: 1.0}), Dual(q.y + shift, {1: 1.0})
    with numpy.errstate(all="ignore"):
        found = partials(condition.value(q))
    out = []
    for axis in range(model.mesh.dim):
        slope = at_nodes(found.get(axis, 0.0), len(nodes))
        out.append(numpy.where(numpy.isfinite(slope), slope, 0.0))
    return out
