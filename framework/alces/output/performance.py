"""Where the time of a run went: nested timers and counters."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass
class Timing:
    """calls; total: seconds inside, children included; own: seconds outside of nested timers."""

    calls: int = 0
    total: float = 0.0
    own: float = 0.0
    active: int = 0


class PerformanceLog:
    """Nested timers by name, and counters such as bytes copied to the host.

    with log.timer("jacobian"): ...
    log.count("bytes to host", array.nbytes)
    """

    def __init__(self) -> None:
        self.timings: dict[str, Timing] = {}
        self.counters: dict[str, float] = {}
        self._start = time.perf_counter()
        self._nested: list[float] = []

    @contextmanager
    def timer(self, name: str) -> Iterator[None]:
        timing = self.timings.get(name)
        if timing is None:
            timing = self.timings[name] = Timing()
        timing.active += 1
        self._nested.append(0.0)
        start = time.perf_counter()
        try:
            yield
        finally:
            elapsed = time.perf_counter() - start
            timing.active -= 1
            timing.calls += 1
            timing.own += elapsed - self._nested.pop()
            if timing.active == 0:  # a timer inside itself would count its time twice
                timing.total += elapsed
            if self._nested:
                self._nested[-1] += elapsed

    def count(self, name: str, amount: float = 1) -> None:
        self.counters[name] = self.counters.get(name, 0) + amount

    def table(self) -> str:
        """Timers by falling self time, % of the wall time since the log was made; then the counters."""
        wall = max(time.perf_counter() - self._start, 1e-12)
        width = max([len("section"), *(len(name) for name in [*self.timings, *self.counters])])
        lines = [f"{'section':<{width}}  {'calls':>8}  {'total s':>10}  {'self s':>10}  {'%':>6}"]
        for name, timing in sorted(self.timings.items(), key=lambda entry: -entry[1].own):
            share = 100.0 * timing.own / wall
            seconds = f"{timing.total:>10.3f}  {timing.own:>10.3f}"
            lines.append(f"{name:<{width}}  {timing.calls:>8d}  {seconds}  {share:>6.1f}")
        lines += [f"{name:<{width}}  {amount:>8,.12g}" for name, amount in sorted(self.counters.items())]
        return "\n".join(lines)
