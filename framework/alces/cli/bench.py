"""`alces bench`: seconds of assembly and solution by size, and how near they come to the device's memory."""
from __future__ import annotations

import itertools
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy

import alces
from alces import backend
from alces.backend.strict_library import Strict
from alces.run.problem import Problem

SIZES = "64,128,256,512,1024,2048,4096"
DECKS = {"benchmarks/coupled5.i": f"N={SIZES}", "inputs/nzsp_dendrite.i": f"nx={SIZES} ny={SIZES}"}
"""What is measured if no deck is named: both are in Alces' sources."""

COPIED = 2**25
"""Doubles of the array whose copy is the measure: far more than any cache holds."""

PATIENCE = 60.0
"""Seconds of one size after which those decks are not tried with the next."""

Row = dict[str, float | int | str]


def sweep(overrides: Sequence[str]) -> list[list[str]]:
    """The overrides of each run: ``nx=8,16 ny=8,16 dt=1`` is ``nx=8 ny=8 dt=1``, then ``nx=16 ny=16 dt=1``.

    Raises:
        ValueError: some lists of numbers are longer than others.
    """
    lists = {word: word.partition("=")[2].split(",") for word in overrides}
    lists = {word: values for word, values in lists.items()
             if len(values) > 1 and all(map(_is_number, values))}
    lengths = {len(values) for values in lists.values()} or {1}
    if len(lengths) > 1:
        raise ValueError(f"'{' '.join(lists)}': lists of equal length go together")
    return [[f"{word.partition('=')[0]}={lists[word][i]}" if word in lists else word for word in overrides]
            for i in range(lengths.pop())]


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def copy_bandwidth(n: int) -> float:
    """Bytes per second that the device reads and writes while it copies `n` doubles."""
    library = backend.active()
    a = library.asarray(numpy.ones(n))
    return 2 * 8 * n / clock(lambda: library.copy(a))


def clock(work: Callable[[], object], before: Callable[[], object] = lambda: None) -> float:
    """Median seconds of some calls after one that does not count; the device is done when the clock stops."""
    found: list[float] = []
    while len(found) < 4 or (len(found) < 8 and sum(found) < 1.0):
        before()
        backend.synchronize()
        start = time.perf_counter()
        work()
        backend.synchronize()
        found.append(time.perf_counter() - start)
    return statistics.median(found[1:])


@dataclass(frozen=True)
class Traffic:
    """Bytes per cell that the operations of an evaluation read and write."""

    residual: float
    jacobian: float


def traffic(deck: str, overrides: Sequence[str]) -> Traffic | None:
    """Counted by the backend 'strict', which stays in use; None where its library is not installed."""
    try:
        backend.use("strict")
    except RuntimeError:
        return None
    library: Any = backend.active()
    problem = alces.load(deck, *overrides)
    system, found = problem.system, []
    for evaluate in (system.residual, system.jacobian):
        evaluate(problem.state)  # what stays on the device gets there
        library.moved = 0
        evaluate(problem.state)
        found.append(library.moved / sum(domain.n_cells for domain in system.cells))
    return Traffic(*found)


class Measured:
    """One problem, stage by stage.

    Args:
        problem: its state is moved by rounding errors, so that nothing computed before serves again.
        per_cell: what its operations read and write.
        copying: bytes per second of a copy on the device.
    """

    def __init__(self, problem: Problem, per_cell: Traffic | None = None, copying: float = 0.0):
        self.problem, self._per_cell, self._copying = problem, per_cell, copying
        self._start, self._turns = problem.state.u, itertools.count(1)
        self.values: Any = None
        self.row: Row = {"cells": sum(domain.n_cells for domain in problem.system.cells),
                         "unknowns": problem.model.unknowns.n}

    def stages(self) -> None:
        """Residual, Jacobian, its values to the host."""
        problem, library = self.problem, backend.active()
        self._add("residual", clock(lambda: problem.system.residual(problem.state), self._renew))
        self._add("Jacobian", clock(self._jacobian, self._renew))
        if isinstance(library, Strict):
            library.operations.clear()
            self._jacobian()
            self.row["operations"] = sum(library.operations.values())
        if library.name != "numpy":
            size = self.values.shape[0] * 8
            seconds = clock(lambda: library.to_host(self.values))
            self.row |= {"to host, s": seconds, "to host, GB/s": size / seconds / 1e9}
        self.row["memory, GB"] = library.memory() / 1e9

    def _add(self, stage: str, seconds: float) -> None:
        self.row[f"{stage}, s"] = seconds
        if self._per_cell is not None and self._copying:
            rate = getattr(self._per_cell, stage.lower()) * float(self.row["cells"]) / seconds
            self.row |= {f"{stage}, GB/s": rate / 1e9, f"{stage}, of copy": rate / self._copying}

    def _renew(self) -> None:
        self.problem.state.u = self._start * (1.0 + 1e-15 * next(self._turns))

    def _jacobian(self) -> None:
        system = self.problem.system
        self.values = system.jacobian(self.problem.state)
        system.constrain(self.values)

    def petsc(self) -> None:
        """A matrix of PETSc from the values, and the solution of one step; why not, if PETSc is missing."""
        try:
            from alces.solve.spread import Spread

            spread = Spread(self.problem.model.unknowns.ghosts)
        except ImportError as error:
            self.row["step"] = f"not measured: {error}"
            return
        pattern = self.problem.system.pattern
        assert pattern is not None
        host = backend.to_host(self.values)
        matrix = spread.matrix((pattern.indptr, pattern.indices), host)
        self.row["to PETSc, s"] = clock(lambda: spread.fill(matrix, host))
        matrix.destroy()
        self._step()

    def _step(self) -> None:
        problem, timings = self.problem, self.problem.performance.timings
        problem.state.u = self._start
        before = {name: timings[name].total if name in timings else 0.0 for name in ("residual", "jacobian")}
        start = time.perf_counter()
        outcome = problem.solve(self._start)
        seconds = time.perf_counter() - start
        assembly = sum(timings[name].total - before[name] for name in before)
        self.row |= {"step, s": seconds, "Newton": outcome.iterations,
                     "solver's share": 1.0 - assembly / seconds}
        if not outcome.converged:
            self.row["step"] = f"not converged: {outcome.reason}"


def rows(deck: str, runs: Sequence[Sequence[str]], step: bool = True,
         patience: float = numpy.inf) -> Iterator[Row]:
    """One row per run, the smallest first, until memory is exhausted or one has taken too long."""
    chosen = backend.active()
    per_cell = None if chosen.name == "numpy" else traffic(deck, runs[0])
    backend.use(chosen.name)
    chosen = backend.active()
    copying = copy_bandwidth(COPIED) if per_cell is not None and chosen.name != "strict" else 0.0
    for overrides in runs:
        row: Row = {"size": " ".join(overrides) or "as it is"}
        started = time.perf_counter()
        try:
            measured = Measured(alces.load(deck, *overrides), per_cell, copying)
            measured.stages()
            if step:
                measured.petsc()
            yield row | measured.row
        except Exception as error:
            if not (isinstance(error, MemoryError) or chosen.short_of_memory(error)):
                raise
            where = "device " if chosen.short_of_memory(error) else ""
            yield row | {"step": f"out of {where}memory: {error}"}
            return
        finally:
            measured = None  # type: ignore[assignment]  # before the next one
            chosen.release()
        if time.perf_counter() - started > patience:
            return


def print_rows(found: Iterator[Row]) -> None:
    """A table, each row as soon as it is there; its columns are those of the first row."""
    names: list[str] = []
    for row in found:
        if not names:
            names = [name for name in row if name not in ("size", "step")]
            print("  ".join([" " * 20, *(name.rjust(10) for name in names)]))
        cells = [_cell(name, row.get(name)).rjust(max(10, len(name))) for name in names]
        print("  ".join([str(row["size"]).ljust(20), *cells, str(row.get("step", ""))]).rstrip(), flush=True)


def _cell(name: str, number: float | int | str | None) -> str:
    if isinstance(number, float):
        return f"{100 * number:.0f} %" if name.endswith((" of copy", " share")) else f"{number:.3g}"
    return "" if number is None else f"{number:,}" if isinstance(number, int) else number


def named(deck: str, overrides: Sequence[str]) -> Iterator[tuple[str, list[list[str]], float]]:
    """Decks, their runs and how long one may take.

    Raises:
        ValueError: none is named, and Alces' own are not here; or see `sweep`.
    """
    if deck:
        yield deck, sweep(overrides), numpy.inf
        return
    sources = Path(alces.__file__).resolve().parents[2]
    for name, sizes in DECKS.items():
        path = sources / name
        if not path.exists():
            raise ValueError(f"no deck is named, and Alces' own are in its sources only: there is no {path}")
        yield str(path), sweep([*sizes.split(), *overrides]), PATIENCE


def bench(decks: Sequence[tuple[str, list[list[str]], float]]) -> None:
    """Measure what `named` has found, and print."""
    library = backend.active()
    for path, runs, patience in decks:
        print(f"{path}, backend {library.name}: {library.describe()}", flush=True)
        print_rows(rows(path, runs, patience=patience))
