"""The five coupled equations of benchmarks/coupled5.i against a dense assembly written from the equations.

All constants are changed, so that none can hide behind the value 1. The assembly below knows nothing of the
framework: one 2 x 2 Gauss loop over bilinear squares; its Jacobian comes from complex steps.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from alces.run import load
from scipy.sparse.linalg import norm

DECK = str(Path(__file__).parents[2] / "benchmarks" / "coupled5.i")
N = 4
CONSTANTS = {"dt": 2.5e-3, "L": 1.7, "W": 2.3, "kap": 4e-3, "Le": 0.6, "Om": 0.11, "D1": 0.03, "D0": 1.4,
             "s1": 37.0, "s0": 2.2, "cs": 0.35, "ks": 0.85, "E1": 7.0, "E0": 31.0}
FIELDS = ("c", "eta", "phi", "disp_x", "disp_y")


@pytest.mark.parametrize(
    "n, residual, jacobian",
    [(64, 5.568123061980e-01, 1.266945012886e04), (128, 2.867905747862e-01, 2.543797596672e04)],
)
def test_norms_of_three_other_codes(n, residual, jacobian):
    problem = load(DECK, f"N={n}")
    problem.begin_step(1e-3)
    assert np.linalg.norm(problem.residual()) == pytest.approx(residual, rel=1e-10)
    assert norm(problem.jacobian()) == pytest.approx(jacobian, rel=1e-10)


def pointwise(values, gradients, values_old, k: dict) -> tuple[list, list]:
    """Factors of the test functions and of their gradients at one point, from the printed equations."""
    nu = 0.3
    c, eta, phi, _, _ = values
    grad_c, grad_eta, grad_phi, grad_x, grad_y = gradients
    h = 6 * eta**5 - 15 * eta**4 + 10 * eta**3
    dh = 30 * eta**4 - 60 * eta**3 + 30 * eta**2
    dg = 4 * eta**3 - 6 * eta**2 + 2 * eta
    young = h * k["E1"] + (1 - h) * k["E0"]
    mu, lame = young / (2 * (1 + nu)), young * nu / ((1 + nu) * (1 - 2 * nu))
    growth = k["Om"] / 3 * h
    strain = np.array([[grad_x[0], (grad_x[1] + grad_y[0]) / 2, 0],
                       [(grad_x[1] + grad_y[0]) / 2, grad_y[1], 0], [0, 0, 0]]) - growth * np.eye(3)
    stress = lame * np.trace(strain) * np.eye(3) + 2 * mu * strain
    rate = (eta - values_old[1]) / k["dt"]
    reaction = k["Le"] * dh * (np.exp(phi / 2) - c * np.exp(-phi / 2))
    drive = k["L"] * (k["W"] * dg - k["Om"] * dh * np.trace(stress) / 3)
    ions = h * k["D1"] + (1 - h) * k["D0"]
    conductivity = h * k["s1"] + (1 - h) * k["s0"]
    return (
        [(c - values_old[0]) / k["dt"] + k["cs"] * rate, rate + drive + reaction, k["ks"] * rate, 0, 0],
        [ions * (grad_c + c * grad_phi), k["L"] * k["kap"] * grad_eta, conductivity * grad_phi,
         stress[0, :2], stress[1, :2]],
    )


def dense_residual(points: np.ndarray, cells: list, now: np.ndarray, old: np.ndarray, k: dict) -> np.ndarray:
    """Residual (node, 5) at nodal values (node, 5): bilinear rectangles, 2 x 2 Gauss points."""
    total = np.zeros_like(now)
    gauss = [(x / np.sqrt(3), y / np.sqrt(3)) for x in (-1, 1) for y in (-1, 1)]
    for nodes in cells:
        size = points[nodes[2]] - points[nodes[0]]
        assert np.all(size > 0) and np.allclose(points[nodes[1]] - points[nodes[0]], [size[0], 0])
        for x, y in gauss:
            shape = np.array([(1 - x) * (1 - y), (1 + x) * (1 - y), (1 + x) * (1 + y), (1 - x) * (1 + y)]) / 4
            slope = np.array([[y - 1, 1 - y, 1 + y, -1 - y], [x - 1, -1 - x, 1 + x, 1 - x]]) / 4
            slope = slope * (2 / size)[:, None]
            sources, fluxes = pointwise(shape @ now[nodes], (slope @ now[nodes]).T, shape @ old[nodes], k)
            for field in range(5):
                total[nodes, field] += size.prod() / 4 * (sources[field] * shape + fluxes[field] @ slope)
    return total


@pytest.fixture(scope="module")
def both():
    """Residual and Jacobian of the framework and of the dense assembly at a random state, node by node."""
    problem = load(DECK, f"N={N}", *(f"{name}={value}" for name, value in CONSTANTS.items()))
    problem.begin_step(CONSTANTS["dt"])
    unknowns, state = problem.model.unknowns, problem.state
    rng = np.random.default_rng(11)
    nodes = problem.model.mesh.n_nodes
    now, old = rng.uniform(0.1, 0.9, (2, nodes, 5))
    now[:, 3:] *= 0.05
    place = np.stack([unknowns.dofs[unknowns.index[name]] for name in FIELDS], axis=1)  # (node, 5)
    state.u[place], state.u_old[place] = now, old
    problem.begin_step(CONSTANTS["dt"])

    points, cells = problem.model.mesh.points[:, :2], list(problem.model.mesh.blocks[0].cells)
    expected = dense_residual(points, cells, now, old, CONSTANTS)
    columns = []
    for flat in range(nodes * 5):
        moved = now.astype(complex)
        moved.flat[flat] += 1e-30j
        columns.append(dense_residual(points, cells, moved, old, CONSTANTS).imag.ravel() / 1e-30)
    order = place.ravel()
    residual = problem.residual()[order].reshape(nodes, 5)
    jacobian = problem.jacobian().toarray()[np.ix_(order, order)].reshape(nodes, 5, nodes, 5)
    return residual, expected, jacobian, np.array(columns).T.reshape(nodes, 5, nodes, 5)


@pytest.mark.parametrize("row", range(5), ids=FIELDS)
def test_other_constants(both, row):
    """Each residual and each of the 25 blocks of the Jacobian, relative to the block's largest entry."""
    residual, expected, jacobian, slopes = both
    np.testing.assert_allclose(residual[:, row], expected[:, row], rtol=0,
                               atol=1e-13 * np.abs(expected[:, row]).max())
    for column in range(5):
        want = slopes[:, row, :, column]
        np.testing.assert_allclose(jacobian[:, row, :, column], want, rtol=0, atol=1e-12 * np.abs(want).max(),
                                   err_msg=f"{FIELDS[row]} by {FIELDS[column]}")
