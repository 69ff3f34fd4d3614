"""Blocks that multigrid inverts: which ones, and that the answer is that of the factorisation."""
from __future__ import annotations

from pathlib import Path

import alces
import numpy as np
import pytest
from alces.solve.blocks import common_kind, elastic, rigid_motions
from scipy import sparse

INPUTS = Path(__file__).parents[2] / "inputs"
SMALL = (
    "lx=0.8", "ly=0.8", "nx=24", "ny=24", "grain_seeds=0.2 0.2 0.6 0.22 0.22 0.6 0.58 0.62",
    "Executioner/num_steps=3", "Postprocessors/active=dendrite_area", "Outputs/pictures/execute_on=NONE",
)


def truss(points: np.ndarray, bars: list[tuple[int, int]]) -> np.ndarray:
    """Stiffness matrix of unit springs between points in the plane."""
    K = np.zeros((2 * len(points),) * 2)
    for a, b in bars:
        e = (points[b] - points[a]) / np.linalg.norm(points[b] - points[a])
        g = np.concatenate([-e, e])
        dofs = [2 * a, 2 * a + 1, 2 * b, 2 * b + 1]
        K[np.ix_(dofs, dofs)] += np.outer(g, g)
    return K


def test_rigid_motions_need_no_force() -> None:
    points = np.random.default_rng(1).random((7, 3))
    K = truss(points[:, :2], [(a, b) for a in range(7) for b in range(a)])
    motions = rigid_motions(np.repeat(points, 2, axis=0), np.tile([0, 1], 7), 2)
    assert motions.shape == (14, 3) and np.linalg.matrix_rank(motions) == 3
    assert np.abs(K @ motions).max() < 1e-13
    assert elastic(sparse.csr_matrix(K), motions)
    assert not elastic(sparse.csr_matrix(K + 0.1 * np.eye(14)), motions)  # springs to the ground


def test_rigid_motions_in_space() -> None:
    points = np.random.default_rng(2).random((5, 3))
    motions = rigid_motions(np.repeat(points, 3, axis=0), np.tile([0, 1, 2], 5), 3)
    assert np.linalg.matrix_rank(motions) == 6
    x, moved = points[:, None] - points, motions.reshape(5, 3, 6)
    change = moved[:, None] - moved
    assert np.abs(np.einsum("abi,abik->abk", x, change)).max() < 1e-14  # no length changes


def test_processes_agree_on_one_kind() -> None:
    assert common_kind(["ilu", None, "ilu"]) == "ilu"
    assert common_kind(["ilu", "cholesky"]) == "lu"


@pytest.fixture(scope="module")
def runs() -> dict[int, tuple]:
    """Size from which on multigrid is used -> kinds of the blocks, fields, linear iterations per solve."""
    out = {}
    for start in (100, 10**9):
        problem = alces.load(str(INPUTS / "nzsp_dendrite.i"), *SMALL,
                             f"Preconditioning/blocks/multigrid_from={start}")
        kinds, iterations = [], []
        plain = problem.solve

        def solve(*arguments, plain=plain, problem=problem, kinds=kinds, iterations=iterations):
            outcome = plain(*arguments)
            kinds.append(problem._newton.blocks.kinds)
            iterations.append(outcome.linear_iterations / outcome.iterations)
            return outcome

        problem.solve = solve
        data = problem.run(write=False)
        fields = {n: data[n][-1].values for n in ("eta", "phi", "c", "disp_x", "disp_y")}
        out[start] = (kinds[-1], fields, iterations)
    return out


def test_kinds_of_the_blocks(runs: dict[int, tuple]) -> None:
    assert runs[10**9][0] == ("ilu", "cholesky", "ilu", "cholesky")
    if runs[100][0][1] == "cholesky":
        pytest.skip("this PETSc has no hypre")
    assert runs[100][0] == ("ilu", "multigrid", "ilu", "elastic multigrid")


def test_same_answer_in_few_iterations(runs: dict[int, tuple]) -> None:
    for name, exact in runs[10**9][1].items():
        np.testing.assert_allclose(runs[100][1][name], exact, atol=1e-8 * np.abs(exact).max(), err_msg=name)
    assert max(runs[100][2]) <= 6
