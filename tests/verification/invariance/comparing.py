"""A small mesh of rectangles and triangles, and what "the same" means for runs and systems of equations."""

from __future__ import annotations

import numpy as np
from alces.fe import reference_cell
from alces.mesh import CellBlock, Mesh, SideSet
from alces.run.problem import Problem

SIZE, SEEDS = 0.8, np.array([[0.2, 0.2], [0.6, 0.22], [0.22, 0.6], [0.58, 0.62]])
PROBE = np.array([0.46, 0.31])
TOLERANCE = 1e-11
"""Relative difference of runs: below 1e-9 Newton's last step leaves nothing but rounding (1e-12 at most)."""
ROUNDING = 1e-13
"""Relative difference of residuals and Jacobians."""
BALANCES = ("charge_error", "ion_error")


def mixed_mesh(n: int = 6) -> Mesh:
    """n x n rectangles of a square with displaced inner corners, half of them cut into triangles."""
    rng = np.random.default_rng(3)
    x, y = np.meshgrid(np.arange(n + 1), np.arange(n + 1))
    points = np.stack([x, y, 0 * x], axis=2).reshape(-1, 3) * (SIZE / n)
    inner = np.all((points[:, :2] > 1e-9) & (points[:, :2] < SIZE - 1e-9), axis=1)
    points[inner, :2] += rng.uniform(-0.15, 0.15, (inner.sum(), 2)) * (SIZE / n)
    corner = (np.arange(n)[:, None] * (n + 1) + np.arange(n)).ravel()
    squares = corner[:, None] + np.array([0, 1, n + 2, n + 1])
    cut = rng.permutation(n * n) < n * n // 2
    triangles = squares[cut][:, [0, 1, 2, 0, 2, 3]].reshape(-1, 3)
    return with_boundaries(points, [CellBlock("QUAD4", 0, squares[~cut]), CellBlock("TRI3", 0, triangles)])


def with_boundaries(points: np.ndarray, blocks: list[CellBlock]) -> Mesh:
    """The mesh, its boundaries found from the coordinates."""
    low, high = points.min(axis=0), points.max(axis=0)
    places = {"bottom": (1, low), "right": (0, high), "top": (1, high), "left": (0, low)}
    sidesets = {}
    for number, (axis, end) in enumerate(places.values()):
        on, first, found = np.abs(points[:, axis] - end[axis]) < 1e-9 * np.ptp(points[:, axis]), 0, []
        for block in blocks:
            nodes = np.array([side.nodes for side in reference_cell(block.cell_type).sides])
            cells, sides = np.nonzero(on[block.cells[:, nodes]].all(axis=2))
            found.append((cells + first, sides))
            first += len(block)
        sidesets[number] = SideSet(*(np.concatenate(part) for part in zip(*found, strict=True)))
    return Mesh(points, 2, blocks, sidesets=sidesets, sideset_names=dict(enumerate(places)))


def listed(numbers: np.ndarray) -> str:
    """Numbers as a deck has them, all digits."""
    return " ".join(repr(float(number)) for number in np.ravel(numbers))


def assert_same(found: dict, expected: dict, tolerance: float) -> None:
    """Equal relative to the largest number under each name."""
    assert found.keys() == expected.keys()
    for name, values in expected.items():
        np.testing.assert_allclose(found[name], values, rtol=0, atol=tolerance * np.abs(values).max(),
                                   err_msg=name)


def numbers(problem: Problem) -> dict[str, float]:
    """The postprocessors, without those that are nothing but rounding."""
    return {name: v for name, v in problem.state.postprocessors.items() if name not in BALANCES}


def assert_something_happened(problem: Problem) -> None:
    """Both phases yield, metal is in the grain boundaries, the potential drives ions."""
    found = problem.state.postprocessors
    assert found["plastic_strain_int"] > 1e-4 and found["gb_infiltration"] > 1e-4
    assert found["phi_min_V"] < -0.02


def assert_same_run(problem: Problem, other: Problem, new: np.ndarray | None = None) -> None:
    """Both run to the same nodal fields and postprocessors; `new`: numbers of the first one's nodes in the
    other one, by default the same."""
    for each in (problem, other):
        each.run(write=False)
    new = np.arange(problem.model.mesh.n_nodes) if new is None else new
    assert_same({name: values[new] for name, values in other.snapshot().node.items()},
                problem.snapshot().node, TOLERANCE)
    assert_same(numbers(other), numbers(problem), TOLERANCE)
    assert_something_happened(problem)


def system(problem: Problem, place: np.ndarray | None = None) -> dict:
    """Residual by variable and Jacobian by pairs of variables at a random state, which is the same for all
    numberings; `place`: the unknowns in the order wanted."""
    unknowns = problem.model.unknowns
    place = np.arange(unknowns.n) if place is None else place
    rng = np.random.default_rng(12)
    problem.state.u[place], problem.state.u_old[place] = rng.uniform(0.1, 0.9, (2, unknowns.n))
    problem.begin_step(1e-3)
    rows = {name: np.nonzero(unknowns.field[place] == i)[0] for name, i in unknowns.index.items()}
    residual, jacobian = problem.residual()[place], problem.jacobian().toarray()[np.ix_(place, place)]
    return {name: residual[at] for name, at in rows.items()} | {
        (a, b): jacobian[np.ix_(rows[a], rows[b])] for a in rows for b in rows}


def places(problem: Problem, other: Problem, new: np.ndarray) -> np.ndarray:
    """Numbers of the first problem's unknowns in the other one, which has its variables in another order and
    the numbers `new` for the nodes."""
    mine, theirs = problem.model.unknowns, other.model.unknowns
    out = np.empty(mine.n, dtype=np.int64)
    for name, i in mine.index.items():
        out[mine.dofs[i]] = theirs.dofs[theirs.index[name]][new]
    assert len(np.unique(out)) == mine.n
    return out
