"""The main deck in mid-run on any grid: computed on a coarse one, interpolated to finer ones."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import alces
import numpy
from alces.ad import Tensor
from alces.fe import reference_cell
from alces.run import Problem
from scipy.interpolate import RegularGridInterpolator

DECK = str(Path(__file__).parents[1] / "inputs" / "nzsp_dendrite.i")
DT = 7.5e-4  # s, the largest step of the deck


@dataclass
class Developed:
    """A state of the main deck.

    Attributes:
        t: its time; memory: what the solver remembers.
        nodes, points: where nodes and Gauss points are.
        fields: per variable, nodal values; material: per domain, stateful properties at the Gauss points.
    """

    t: float
    memory: dict[str, float]
    nodes: numpy.ndarray
    points: numpy.ndarray
    fields: list[numpy.ndarray]
    material: dict

    def onto(self, problem: Problem) -> None:
        """Make it the start of the next step on another grid."""
        state, unknowns, mesh = problem.state, problem.model.unknowns, problem.model.mesh
        for values, dofs in zip(self.fields, unknowns.dofs, strict=True):
            state.u[dofs] = _interpolated(values, self.nodes, mesh.points)
        state.u_old = state.u.copy()
        points = _gauss_points(problem)

        def finer(values: numpy.ndarray) -> numpy.ndarray:
            return _interpolated(values.ravel(), self.points, points).reshape(mesh.n_cells, -1)

        state.material = {
            domain: {name: a.map(finer) if isinstance(a, Tensor) else finer(a) for name, a in kept.items()}
            for domain, kept in self.material.items()
        }
        problem.time_old, problem.solver_memory = self.t, dict(self.memory)
        problem.begin_step(DT)


def developed(n: int, steps: int) -> Developed:
    """The state on n x n cells after some steps of the largest length that the deck allows."""
    problem = load(n, f"Executioner/num_steps={steps}", f"dt={DT}")
    problem.execute(write=False)
    state, model = problem.state, problem.model
    return Developed(state.t, problem.solver_memory, model.mesh.points, _gauss_points(problem),
                     [state.u[dofs] for dofs in model.unknowns.dofs], state.material)


def load(n: int, *overrides: str) -> Problem:
    """The main deck on n x n cells."""
    return alces.load(DECK, f"nx={n}", f"ny={n}", *overrides)


def _gauss_points(problem: Problem) -> numpy.ndarray:
    """Where the points of the cells are, (cell * point, 3)."""
    domain = problem.system.cells[0]
    shape = reference_cell(domain.cell_type).shape(domain.xi)
    return (shape @ problem.model.mesh.points[domain.cells]).reshape(-1, 3)


def _interpolated(values: numpy.ndarray, at: numpy.ndarray, to: numpy.ndarray) -> numpy.ndarray:
    """From points that form a rectangular grid, in any order, to others; outside, from its edge."""
    x, y = (numpy.unique(numpy.round(at[:, axis], 9)) for axis in range(2))
    order = numpy.lexsort(numpy.round(at[:, 1::-1], 9).T)
    inside = numpy.clip(to[:, :2], (x[0], y[0]), (x[-1], y[-1]))
    return RegularGridInterpolator((x, y), values[order].reshape(len(x), len(y)))(inside)
