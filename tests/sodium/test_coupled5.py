"""Residual and Jacobian of the coupled model against three other finite-element codes."""

from pathlib import Path

import numpy as np
import pytest
from alces.run import load
from scipy.sparse.linalg import norm

DECK = Path(__file__).parents[2] / "benchmarks" / "coupled5.i"


@pytest.mark.parametrize(
    "n, residual, jacobian",
    [(64, 5.568123061980e-01, 1.266945012886e04), (128, 2.867905747862e-01, 2.543797596672e04)],
)
def test_norms(n, residual, jacobian):
    problem = load(str(DECK), f"N={n}")
    problem.begin_step(1e-3)
    assert np.linalg.norm(problem.residual()) == pytest.approx(residual, rel=2e-12)
    assert norm(problem.jacobian()) == pytest.approx(jacobian, rel=2e-12)
