"""`coupled5.i`: what is known about it, and a mesh that makes it harder."""
from __future__ import annotations

import sys
from pathlib import Path

import alces
from alces.assembly import System
from alces.run import Problem

sys.path.append(str(Path(__file__).parent / "peers"))
from given import dt, initial, moved

DECK = str(Path(__file__).with_suffix(".i"))
NORMS = {64: (5.568123061980e-01, 1.266945012886e04), 128: (2.867905747862e-01, 2.543797596672e04)}
"""Of residual and Jacobian on N x N equal cells, on which three other codes agree."""

_CONDITIONS = (("c", "right", 1), ("phi", "right", -0.1), ("disp_x", "left", 0), ("disp_y", "bottom", 0))
SUPPORTS = tuple(
    f"BCs/{variable}/{key}={text}"
    for variable, boundary, value in _CONDITIONS
    for key, text in (("type", "DirichletBC"), ("variable", variable), ("boundary", boundary),
                      ("value", value))
)
"""Overrides that make the system solvable: without them, rigid motions cost nothing."""


def load(n: int, shape: str = "uniform", *overrides: str) -> Problem:
    """The problem on n x n cells, in its first step.

    Args:
        shape: uniform, or distorted (general quadrilaterals).
        overrides: further ones, as on the command line.
    """
    problem = alces.load(DECK, f"N={n}", *overrides)
    if shape == "distorted":
        points, unknowns, state = problem.model.mesh.points, problem.model.unknowns, problem.state
        points[:, 0], points[:, 1] = moved(points[:, 0].copy(), points[:, 1].copy(), n)
        problem.system = System(problem.model)
        for name, values in initial(points[:, 0], points[:, 1]).items():
            state.u[unknowns.dofs[unknowns.index[name]]] = values
        state.u_old = state.u.copy()
    problem.begin_step(dt)
    return problem
