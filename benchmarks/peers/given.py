"""What every peer is given: constants, mesh and state of `coupled5`, and how it answers.

A peer sets itself up, says who it is and which norms it finds, then measures what it is asked for, one
assembly at a time, so that its assemblies can alternate with those of others. NumPy only.
"""
from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

import numpy as np

dt, L, W, kap, Le, Om = 1e-3, 1.0, 1.0, 1e-3, 1.0, 0.05
D1, D0, s1, s0, cs, ks, E1, E0, nu = 0.01, 1.0, 100.0, 1.0, 0.2, 0.5, 5.0, 50.0, 0.3


def initial(x: np.ndarray, y: np.ndarray) -> dict[str, np.ndarray]:
    """Nodal values of eta, c and phi; u is zero."""
    eta = (1 - np.tanh((np.hypot(x - 0.5, y - 0.5) - 0.2) / 0.05)) / 2
    return {"eta": eta, "c": 1 - 0.5 * eta, "phi": -0.1 * x}


def moved(x: np.ndarray, y: np.ndarray, n: int) -> tuple[np.ndarray, np.ndarray]:
    """The nodes of the distorted mesh, from those of the uniform one with n x n cells.

    A smooth shear and, inside, up to 0.2 h of what looks like chance: all cells are general quadrilaterals.
    """
    inside = (np.minimum(x, 1 - x) > 0.5 / n) & (np.minimum(y, 1 - y) > 0.5 / n)
    i, j = np.rint(n * x), np.rint(n * y)
    a, b = (np.modf(1e4 * np.abs(np.sin(12.9898 * i + 78.233 * j + k)))[0] - 0.5 for k in (1, 2))
    wave = 0.03 * np.sin(2 * np.pi * x) * np.sin(2 * np.pi * y)
    return x + inside * (wave + 0.4 * a / n), y + inside * (wave + 0.4 * b / n)


def serve(name: str, version: str, norms: Callable[[], tuple[float, float]],
          work: dict[str, Callable[[], object]]) -> None:
    """Answer lines on the standard input, each naming some of `work`, with the seconds it took."""
    residual, jacobian = norms()
    say({"name": name, "version": version, "residual norm": residual, "jacobian norm": jacobian})
    for line in sys.stdin:
        do = work[line.strip()]
        wall, cpu = time.perf_counter(), time.process_time()
        do()
        say({"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu})


def say(answer: dict) -> None:
    """One line of JSON."""
    print(json.dumps(answer), flush=True)
