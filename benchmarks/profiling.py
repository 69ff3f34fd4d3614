"""Where the time of an assembly goes."""
from __future__ import annotations

import cProfile
import pstats
from pathlib import Path

import alces
from assembled import Assembled

DECKS = {"coupled5": Path(__file__).with_name("coupled5.i"),
         "nzsp_dendrite": Path(__file__).resolve().parents[1] / "inputs" / "nzsp_dendrite.i"}
SIZE = {"coupled5": ("N",), "nzsp_dendrite": ("nx", "ny")}
TIMES, LINES = 20, 30


def profile(deck: str, n: str) -> None:
    """Print functions by their own time, over some residuals and Jacobians, and the performance log.

    Args:
        deck: a name of `DECKS`.
        n: cells along a side.
    """
    problem = alces.load(str(DECKS[deck]), *(f"{name}={n}" for name in SIZE[deck]))
    work = Assembled(problem)
    for what in ("residual", "jacobian"):
        work.measure(what)
        recorder = cProfile.Profile()
        recorder.enable()
        for _ in range(TIMES):
            work.measure(what)
        recorder.disable()
        print(f"\n{TIMES} times {what} of {deck}, {n} x {n} cells, {work.unknowns} unknowns")
        pstats.Stats(recorder).strip_dirs().sort_stats("tottime").print_stats(LINES)
    print(problem.performance.table())
