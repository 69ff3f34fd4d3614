"""The live console of a run: what it does, how far it is, and why a step was cut."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import TextIO

_BOLD, _DIM, _YELLOW, _RESET = "\033[1m", "\033[2m", "\033[33m", "\033[0m"
_HEADER = f"{'step':>6}  {'time':>12}  {'dt':>12}  {'newton':>6}  {'done':>6}  {'left':>8}"
_HEADER_EVERY = 40


class Console:
    """Prints for people: a table line per step on a terminal, self-explaining plain lines elsewhere.

    quiet: only warnings, cuts and the final summary stay; verbose: every Newton iteration with the norm of
    each field.
    """

    def __init__(self, stream: TextIO | None = None, quiet: bool = False, verbose: bool = False) -> None:
        self.stream = sys.stdout if stream is None else stream
        self.quiet = quiet
        self.verbose = verbose
        self._table = self.stream.isatty()
        self._rows = 0

    def banner(self, lines: Mapping[str, str]) -> None:
        """Title, sizes, solver, ...: one aligned line for each."""
        if self.quiet:
            return
        width = max((len(key) for key in lines), default=0)
        for key, text in lines.items():
            self._print(f"{self._style(_BOLD, key.ljust(width))}  {text}")
        self._print("")

    def step_begin(self, step: int, t: float, dt: float) -> None:
        """A step to time `t` starts; printed in verbose mode only, `step_end` says the same."""
        if self.verbose and not self.quiet:
            self._print(f"step {step}: time = {t:.6g}, dt = {dt:.4g}")

    def newton(self, iteration: int, norm: float, per_field: Mapping[str, float]) -> None:
        if not self.verbose or self.quiet:
            return
        fields = "  ".join(f"{name} {value:.3e}" for name, value in per_field.items())
        self._print(self._style(_DIM, f"  newton {iteration:2d}  |R| = {norm:.6e}  {fields}".rstrip()))

    def step_end(
        self, step: int, t: float, dt: float, iterations: int, reason: str, fraction_done: float, wall: float
    ) -> None:
        """A step converged.

        reason: of the convergence; fraction_done: of the run, 0..1; wall: seconds since the run's start.
        """
        if self.quiet:
            return
        left = duration(wall * (1.0 / fraction_done - 1.0)) if fraction_done > 0.0 else "?"
        done = f"{100.0 * fraction_done:.1f}%"
        if self._table:
            if self._rows % _HEADER_EVERY == 0:
                self._print(self._style(_BOLD, _HEADER))
            self._rows += 1
            self._print(f"{step:6d}  {t:12.6g}  {dt:12.4g}  {iterations:6d}  {done:>6}  {left:>8}")
        else:
            self._print(
                f"step {step}: time = {t:.6g}, dt = {dt:.4g}, {iterations} Newton iterations ({reason}), "
                f"{done} done, {left} left"
            )

    def cut(self, t: float, dt: float, new_dt: float, reason: str) -> None:
        """A step to `t` failed and is tried again."""
        self._warn(f"step to time {t:.6g} failed: {reason}; dt {dt:.4g} -> {new_dt:.4g}")

    def message(self, text: str) -> None:
        if not self.quiet:
            self._print(text)

    def warning(self, text: str) -> None:
        self._warn(f"warning: {text}")

    def finish(self, summary_lines: Iterable[str]) -> None:
        for line in summary_lines:
            self._print(line)

    def _warn(self, text: str) -> None:
        self._print(self._style(_YELLOW, f"  {text}"))

    def _style(self, code: str, text: str) -> str:
        return f"{code}{text}{_RESET}" if self._table else text

    def _print(self, text: str) -> None:
        self.stream.write(text + "\n")
        self.stream.flush()


def duration(seconds: float) -> str:
    """Seconds as people say them: `42s`, `3m05s`, `2h07m`, `4d03h`."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole}s"
    if whole < 3600:
        return f"{whole // 60}m{whole % 60:02d}s"
    if whole < 86400:
        return f"{whole // 3600}h{whole % 3600 // 60:02d}m"
    return f"{whole // 86400}d{whole % 86400 // 3600:02d}h"
