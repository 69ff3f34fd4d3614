"""The Butler-Volmer front of V2b against a finite-element code of thirty lines written for it alone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from scipy.linalg import solve_banded

DECK = Path(__file__).parents[2] / "inputs" / "reference" / "V2b_front.i"
DRIVE, KAPPA, BARRIER = 0.6 * (np.exp(4) - np.exp(-4)), 0.02, 0.036  # A, L kappa0, L W


def positions(n: int, dt: float, steps: int) -> np.ndarray:
    """Integral of h(eta) after each implicit-Euler step: linear elements on [0, 1], two Gauss points."""
    size = 1.0 / n
    x = np.linspace(0.0, 1.0, n + 1)
    eta = 0.5 * (1 - np.tanh((x - 0.2) / 0.035))
    shape = np.array([[1 + 3**-0.5, 1 - 3**-0.5], [1 - 3**-0.5, 1 + 3**-0.5]]) / 2  # (point, node)
    mass = shape.T @ shape * (size / 2) / dt
    stiffness = KAPPA / size * np.array([[1, -1], [-1, 1]])
    found = []
    for _ in range(steps):
        old = eta
        for _ in range(30):
            ends = np.stack([eta[:-1], eta[1:]], axis=1)
            e = ends @ shape.T
            c = np.clip(e, 0, 1)
            force = 2 * BARRIER * e * (1 - e) * (1 - 2 * e) - DRIVE * 30 * c**2 * (1 - c) ** 2
            slope = BARRIER * (2 - 12 * e * (1 - e)) - DRIVE * 60 * c * (1 - c) * (1 - 2 * c)
            change = ends - np.stack([old[:-1], old[1:]], axis=1)
            local = change @ mass + ends @ stiffness + force @ shape * (size / 2)
            matrix = mass + stiffness + np.einsum("eq,qa,qb->eab", slope * size / 2, shape, shape)
            residual, band = np.zeros(n + 1), np.zeros((3, n + 1))
            for a in range(2):
                residual[a : n + a] += local[:, a]
                band[1, a : n + a] += matrix[:, a, a]
            band[0, 1:], band[2, :-1] = matrix[:, 0, 1], matrix[:, 1, 0]
            update = solve_banded((1, 1), band, -residual)
            eta = eta + update
            if np.abs(update).max() < 1e-12:
                break
        c = np.clip(np.stack([eta[:-1], eta[1:]], axis=1) @ shape.T, 0, 1)
        found.append(np.sum(c**3 * (6 * c**2 - 15 * c + 10)) * size / 2)
    return np.array(found)


def test_front_position_at_every_step(columns):
    found = columns(DECK, "end_time=0.1")
    expected = positions(50, 5e-4, 200)
    assert np.rint(found["time"][-1] / 5e-4) == 200
    np.testing.assert_allclose(found["position"][-200:], expected, rtol=1e-8)
