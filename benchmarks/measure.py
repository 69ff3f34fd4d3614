"""Clocks and memory of benchmarks."""
from __future__ import annotations

import resource
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

TURNS = 5


@dataclass(frozen=True)
class Seconds:
    """wall: what a clock on the wall shows; cpu: what the process has worked."""

    wall: float
    cpu: float


def timed(work: Callable[[], object]) -> Seconds:
    """Of one call."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Seconds(time.perf_counter() - wall, time.process_time() - cpu)


def alternate(measurements: dict[str, Callable[[], Seconds]], turns: int = TURNS) -> dict[str, Seconds]:
    """Medians, everything in turn, so that what disturbs the machine disturbs all.

    The first turn does not count.
    """
    found: dict[str, list[Seconds]] = {name: [] for name in measurements}
    for _ in range(1 + turns):
        for name, measure in measurements.items():
            found[name].append(measure())
    return {name: median(all_[1:]) for name, all_ in found.items()}


def median(samples: list[Seconds]) -> Seconds:
    """Of wall and processor times, each by itself."""
    return Seconds(statistics.median(s.wall for s in samples), statistics.median(s.cpu for s in samples))


def repeated(work: Callable[[], object], prepare: Callable[[], object], turns: int = TURNS) -> Seconds:
    """Median of some calls after one that does not count; `prepare` goes before each, outside of the time."""

    def once() -> Seconds:
        prepare()
        return timed(work)

    return alternate({"": once}, turns)[""]


def peak_memory() -> int:
    """Bytes that this process has held at most."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else 1024 * peak
