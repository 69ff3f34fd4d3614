"""Convergence judged by the Newton updates: their size against the unknowns, per field group."""
from __future__ import annotations

from collections.abc import Sequence

import numpy

PATIENCE, SHRINKING, DAMPED, LAPS = 4, 0.7, 0.6, 8
"""After so many iterations, an update that shrinks less than this is followed by a damped step. It breaks the
cycles that the active set of plasticity falls into; after so many laps they are taken for endless."""

ROUNDING = 1e-10
"""Relative update that is too small to matter: no line search finds a decrease along it."""


def small(step: numpy.ndarray, size: numpy.ndarray, relative: float, tiny: numpy.ndarray) -> bool:
    """Whether the update of every group is below a fraction of its size, or tiny in any case."""
    return bool(numpy.all((step <= relative * size) | (step <= tiny)))


def damping(history: Sequence[Sequence[float]]) -> float:
    """Factor of the next step, given the relative updates of all groups so far."""
    stuck = len(history) >= PATIENCE and max(history[-1]) > SHRINKING * max(history[-2])
    return DAMPED if stuck else 1.0


def circling(history: Sequence[Sequence[float]]) -> bool:
    """Whether the updates have stopped to shrink."""
    recent = [max(u) for u in history[-LAPS:]]
    return len(recent) == LAPS and min(recent[LAPS // 2 :]) > SHRINKING * min(recent[: LAPS // 2])
