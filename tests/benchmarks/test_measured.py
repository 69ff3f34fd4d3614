"""What benchmarks measure is what they say they measure; how long it takes is nobody's business here."""

from __future__ import annotations

import math

import numpy as np
import pytest
from petsc4py import PETSc
from scipy.sparse.linalg import norm


@pytest.mark.parametrize("section, part", [
    ("assembly", "shapes"), ("assembly", "sizes"), ("assembly", "memory"), ("assembly", "factorisation"),
    ("assembly", "main_deck"), ("step", "by_default"), ("step", "by_direct"),
])
def test_parts_run_and_give_numbers(bench, section: str, part: str) -> None:
    rows = getattr(bench(section), part)(small=True)
    assert rows
    numbers = [value for row in rows for value in row.values() if isinstance(value, float)]
    assert numbers and all(math.isfinite(value) and value > 0 for value in numbers)


def test_the_matrix_of_petsc_is_the_jacobian(bench) -> None:
    problem = bench("coupled5").load(6, "distorted")
    work = bench("assembled").Assembled(problem)
    work.measure("jacobian")
    assert work.matrix.norm(2) == pytest.approx(norm(problem.jacobian()), rel=1e-12)


def test_the_state_is_another_one_each_time(bench) -> None:
    work = bench("assembled").Assembled(bench("coupled5").load(4))
    seen = []
    work.residual = lambda: seen.append(work.problem.state.u.tobytes())
    for _ in range(3):
        work.measure("residual")
    assert len(set(seen)) == 3


def test_a_factorisation_is_done_anew_and_alone(bench) -> None:
    """The analysis of the pattern once, the numbers in each `factor`, none in `solve`."""
    PETSc.Log.begin()
    symbolic, numeric = PETSc.Log.Event("MatLUFactorSym"), PETSc.Log.Event("MatLUFactorNum")

    def counts() -> tuple[int, int]:
        return symbolic.getPerfInfo()["count"], numeric.getPerfInfo()["count"]

    problem = bench("coupled5").load(4, "uniform", *bench("coupled5").SUPPORTS)
    direct, start = bench("assembled").Factorised(bench("assembled").Assembled(problem)), counts()
    for times in (1, 2):
        for work in (direct.factor, direct.solve):
            work()
            assert np.subtract(counts(), start).tolist() == [1, times]


def test_distorted_cells_are_general_and_sound(bench) -> None:
    """Opposite sides differ, all corners are convex, and the square stays a square."""
    n = 16
    x, y = np.meshgrid(*[np.linspace(0, 1, n + 1)] * 2)
    p = np.stack(bench("given").moved(x, y, n), axis=-1)
    corners = np.stack([p[:-1, :-1], p[:-1, 1:], p[1:, 1:], p[1:, :-1]])
    sides = np.roll(corners, -1, axis=0) - corners
    after = np.roll(sides, -1, axis=0)
    turns = sides[..., 0] * after[..., 1] - sides[..., 1] * after[..., 0]
    assert turns.min() > 0.05 / n**2
    assert np.abs(corners[0] - corners[1] + corners[2] - corners[3]).max(axis=-1).min() > 1e-3 / n
    edges = np.s_[0, :], np.s_[-1, :], np.s_[:, 0], np.s_[:, -1]
    assert all(np.array_equal(p[e], np.stack([x, y], axis=-1)[e]) for e in edges)


@pytest.mark.parametrize("shape", ["uniform", "distorted"])
@pytest.mark.parametrize("way", ["plain", "tuned"])
def test_norms_are_those_of_scikit_fem(bench, shape: str, way: str) -> None:
    pytest.importorskip("skfem")
    answers = []
    bench("with_skfem").serve = lambda name, version, norms, work: answers.append(norms())
    bench("with_skfem").main(6, shape, way)
    ours = bench("assembled").Assembled(bench("coupled5").load(6, shape)).norms()
    assert ours == pytest.approx(answers[0], rel=1e-11)
