"""The systems that solvers are measured with: a state of a coarse grid on others, and the solid in space."""

from __future__ import annotations

import alces
import numpy as np
import pytest


@pytest.fixture
def coarse(bench):
    return bench("developed").developed(8, 1)


def test_on_its_own_grid_a_state_is_the_same(bench, coarse) -> None:
    problem = bench("developed").load(8)
    coarse.onto(problem)
    for values, dofs in zip(coarse.fields, problem.model.unknowns.dofs, strict=True):
        np.testing.assert_allclose(problem.state.u[dofs], values, rtol=0, atol=1e-12 * np.abs(values).max())
    (kept,), (found,) = coarse.material.values(), problem.state.material.values()
    a, b = (properties["effective_plastic_strain"] for properties in (kept, found))
    assert a.max() > 1e-4
    np.testing.assert_allclose(b, a, rtol=1e-6, atol=1e-8 * a.max())


def test_linear_fields_stay_linear_on_finer_grids(bench, coarse) -> None:
    coarse.fields[0] = 1.0 + coarse.nodes[:, 0] - 2.0 * coarse.nodes[:, 1]
    problem = bench("developed").load(12)
    coarse.onto(problem)
    x = problem.model.mesh.points
    np.testing.assert_allclose(problem.state.u[problem.model.unknowns.dofs[0]], 1.0 + x[:, 0] - 2.0 * x[:, 1],
                               atol=1e-12)


@pytest.mark.parametrize("dim", [2, 3])
def test_the_solid_takes_a_step_by_multigrid(bench, dim: int) -> None:
    solvers = bench("solvers")
    problem = alces.load(solvers.SOLID, "N=8", *(solvers.PLANE if dim == 2 else ()), "multigrid_from=10")
    outcome = problem.solve(problem.state.u)
    assert outcome.converged and outcome.linear_iterations <= 8 * outcome.iterations
    assert problem._newton.blocks.kinds[1] == "elastic multigrid"
