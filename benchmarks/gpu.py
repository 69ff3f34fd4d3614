"""What is to be shown on a GPU, in one call: does it compute the same, how fast, how near the card's limits?

    python benchmarks/gpu.py                             10 to 30 minutes on a GPU
    python benchmarks/gpu.py agreement stages            some sections
    python benchmarks/gpu.py --whole                     decks to their end, not 20 steps
    python benchmarks/gpu.py --backend strict --small    without a GPU: does everything run?

Sections that solve need petsc4py; the others run without. Writes benchmarks/results/gpu.md and .json.
Exit code 1 if something does not agree.
"""
from __future__ import annotations

import argparse
import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

import alces
import numpy as np
from alces import backend
from alces.cli.bench import COPIED, Measured, clock, copy_bandwidth, rows
from alces.cli.jacobian import randomize
from alces.run.problem import Problem
from machine import machine
from table import markdown

HERE = Path(__file__).resolve().parent
INPUTS = HERE.parent / "inputs"
COUPLED5 = str(HERE / "coupled5.i")
MAIN = str(INPUTS / "nzsp_dendrite.i")
SMALL = {"diffusion.i": (), "plasticity_element.i": (), "nzsp_dendrite.i": ("nx=10", "ny=10")}
STEPS = "Executioner/num_steps=20"
SAME, SAME_RUN, FASTER = 1e-12, 1e-8, 50.0
"""What is asked for: relative differences of assembly and of runs; times the speed of one core, N = 1024."""
ROUNDING = 1e-10
"""Absolute tolerance of balances (``*_error``), which are zero but for rounding."""


@dataclass
class Task:
    """What a section is asked for."""

    name: str
    small: bool
    whole: bool

    def with_backend(self, evaluate: Callable[[], object]) -> tuple:
        """What a function gives with NumPy and with the backend."""
        found = []
        for name in ("numpy", self.name):
            backend.use(name)
            found.append(evaluate())
        return tuple(found)


@dataclass
class Section:
    """A table; `failed` if something in it is not as it must be."""

    title: str
    rows: list[dict] = field(default_factory=list)
    skipped: str = ""
    failed: bool = False
    seconds: float = 0.0


# -- sameness ----------------------------------------------------------------------------------------------


def decks(small: bool) -> dict[str, tuple[str, ...]]:
    """All decks of inputs/ and the overrides that they run with here."""
    return SMALL if small else {str(path.relative_to(INPUTS)): () for path in sorted(INPUTS.rglob("*.i"))}


def agreement(task: Task, out: Section) -> None:
    """Residual and Jacobian of every deck, compared with NumPy"""
    coupled5 = {"../benchmarks/coupled5.i": ("N=8" if task.small else "N=64",)}
    for deck, overrides in {**decks(task.small), **coupled5}.items():
        a, b = task.with_backend(lambda d=deck, o=overrides: _evaluated(str(INPUTS / d), o))
        row = {"deck": deck, "unknowns": len(a[1]), "at": a[3]} | differences(a, b)
        row["agrees"] = row["residual"] <= SAME and row["Jacobian"] <= SAME
        out.failed |= not row["agrees"]
        out.rows.append(row)


def _evaluated(deck: str, overrides: tuple[str, ...]) -> tuple:
    """Problem, residual, Jacobian and where: at a random state, or the initial one if that has no values."""
    for where in ("random state", "initial state"):
        problem = alces.load(deck, *overrides)
        if where == "random state":
            randomize(problem, 1)
        residual, matrix = problem.residual(), problem.jacobian()
        if np.isfinite(residual).all() and np.isfinite(matrix.data).all():
            break
    return problem, residual, matrix, where


def differences(a: tuple, b: tuple) -> dict[str, float]:
    """Largest differences of two residuals and Jacobians, relative to the largest term of the same field.

    A term is an entry of the Jacobian times the size of its unknown: fields have units of their own.
    """
    problem: Problem = a[0]
    of = problem.model.unknowns.field
    size = np.ones(len(problem.model.unknowns.variables))
    for f in range(len(size)):
        size[f] = np.abs(problem.state.u[of == f]).max(initial=0.0) or 1.0
    (r, J), (r_other, J_other) = a[1:3], b[1:3]
    row = np.repeat(of, np.diff(J.indptr))
    weight = size[of[J.indices]]
    term = np.zeros(len(size))
    np.maximum.at(term, row, np.abs(J.data) * weight)
    np.maximum.at(term, of, np.abs(r))
    term[term == 0] = 1.0
    same = np.array_equal(J.indptr, J_other.indptr) and np.array_equal(J.indices, J_other.indices)
    worst = float((np.abs(J.data - J_other.data) * weight / term[row]).max(initial=0.0)) if same else np.inf
    return {"residual": float((np.abs(r - r_other) / term[of]).max(initial=0.0)), "Jacobian": worst}


def no_petsc() -> str:
    """Why nothing can be solved; "" if it can."""
    try:
        from petsc4py import PETSc  # noqa: F401
    except ImportError as error:
        return f"no petsc4py: {error}"
    return ""


def runs(task: Task, out: Section) -> None:
    """Whole runs of every deck, compared with NumPy"""
    out.skipped = no_petsc()
    if out.skipped:
        return
    for deck, overrides in decks(task.small).items():
        chosen = overrides if task.whole else (*overrides, "Executioner/num_steps=2" if task.small else STEPS)
        if alces.load(str(INPUTS / deck), *overrides).transient is False:
            chosen = overrides
        started = time.perf_counter()
        a, b = task.with_backend(
            lambda d=deck, o=chosen: alces.load(str(INPUTS / d), *o).run(write=False))
        worst, name = 0.0, ""
        for variable in (v for v in a.data_vars if a[v].dtype.kind == "f"):
            x, y = a[variable].values, b[variable].values
            size = np.nanmax(np.abs(x), initial=0.0) or 1.0
            scale = ROUNDING / SAME_RUN if variable.endswith("_error") else size
            found = float(np.nanmax(np.abs(x - y), initial=0.0) / scale) if x.shape == y.shape else np.inf
            worst, name = max((worst, name), (found, variable))
        out.failed |= not worst <= SAME_RUN
        out.rows.append({"deck": deck, "steps": a.sizes.get("time", 1) - 1, "worst": worst, "in": name,
                         "agrees": worst <= SAME_RUN, "s, both": time.perf_counter() - started})


# -- speed -------------------------------------------------------------------------------------------------


def speed(task: Task, out: Section) -> None:
    """coupled5: Jacobian, compared with NumPy on one core"""
    for n in (4, 8) if task.small else (128, 256, 512, 1024):
        def seconds(n: int = n) -> tuple[float, float]:
            measured = Measured(alces.load(COUPLED5, f"N={n}"))
            measured.stages()
            backend.release()
            return float(measured.row["residual, s"]), float(measured.row["Jacobian, s"])

        one, other = task.with_backend(seconds)
        row = {"N": n, "NumPy: residual, s": one[0], "residual, s": other[0],
               "residual: times": one[0] / other[0], "NumPy: Jacobian, s": one[1],
               "Jacobian, s": other[1], "Jacobian: times": one[1] / other[1]}
        out.rows.append(row)
        if n == 1024:
            row["at least 50 times"] = row["Jacobian: times"] >= FASTER
            out.failed |= not row["at least 50 times"]


def stages(task: Task, out: Section) -> None:
    """coupled5: time and memory traffic of each stage, until memory is full"""
    backend.use(task.name)
    sizes = (4, 8) if task.small else (64, 128, 256, 512, 1024, 1536, 2048, 3072, 4096)
    for row in rows(COUPLED5, [[f"N={n}"] for n in sizes], step=False):
        out.rows.append(row)


def main_deck(task: Task, out: Section) -> None:
    """Main deck: time and memory traffic of each stage, until memory is full"""
    backend.use(task.name)
    sizes = (8, 10) if task.small else (128, 256, 512, 1024, 2048)
    for row in rows(MAIN, [[f"nx={n}", f"ny={n}"] for n in sizes], step=False):
        out.rows.append(row)


def transfers(task: Task, out: Section) -> None:
    """What one Jacobian moves between host and device, and how fast memory is"""
    backend.use(task.name)
    library = backend.active()
    problem = alces.load(COUPLED5, "N=8" if task.small else "N=512")
    problem.jacobian()
    library.counts.clear()
    problem.jacobian()
    counted = dict(library.counts)
    n = 2**16 if task.small else COPIED
    host, device = np.ones(n), library.asarray(np.ones(n))
    out.rows = [{"what": what, "value": float(value)} for what, value in {
        **counted, "copy on the device, GB/s": copy_bandwidth(n) / 1e9,
        "to the device, GB/s": 8e-9 * n / clock(lambda: library.asarray(host)),
        "to the host, GB/s": 8e-9 * n / clock(lambda: library.to_host(device)),
    }.items()]


def step(task: Task, out: Section) -> None:
    """Main deck: a whole step, compared with NumPy on one core"""
    out.skipped = no_petsc()
    if out.skipped:
        return
    for n in (10,) if task.small else (128, 256, 512):
        def whole(n: int = n) -> dict:
            measured = Measured(alces.load(MAIN, f"nx={n}", f"ny={n}"))
            measured.stages()
            measured.petsc()
            backend.release()
            return measured.row

        one, other = task.with_backend(whole)
        out.rows.append({"N": n, "NumPy: step, s": one["step, s"],
                         "NumPy: solver's share": one["solver's share"], "step, s": other["step, s"],
                         "solver's share": other["solver's share"],
                         "times": one["step, s"] / other["step, s"], "Newton": other["Newton"]})


SECTIONS = {f.__name__: f for f in (agreement, transfers, speed, stages, main_deck, step, runs)}


def page(facts: dict[str, str], done: dict[str, Section]) -> str:
    """Everything as Markdown."""
    out = ["# On a GPU", "", markdown([{"what": key, "here": value} for key, value in facts.items()])]
    for name, section in done.items():
        verdict = " FAILED" if section.failed else ""
        out += ["", f"## {section.title}", "", f"`{name}`: {section.seconds:.0f} s{verdict}"]
        out += ["", markdown(section.rows)] if section.rows else []
        out += ["", f"Skipped: {section.skipped}"] if section.skipped else []
    return "\n".join(out) + "\n"


def measure(name: str, task: Task) -> Section:
    """A section; what goes wrong in it is told in it."""
    out = Section((SECTIONS[name].__doc__ or name).strip())
    started = time.perf_counter()
    try:
        SECTIONS[name](task, out)
    except Exception as error:  # the others may still tell something
        traceback.print_exc()
        out.skipped, out.failed = f"{type(error).__name__}: {error}", True
    finally:
        backend.use("numpy")
    out.seconds = time.perf_counter() - started
    return out


def main(arguments: list[str]) -> int:
    """The command."""
    as_it_stands = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=as_it_stands)
    parser.add_argument("sections", nargs="*", choices=[[], *SECTIONS], metavar="SECTION",
                        help=", ".join(SECTIONS))
    parser.add_argument("--backend", default="cupy")
    parser.add_argument("--small", action="store_true", help="tiny sizes: the times mean nothing")
    parser.add_argument("--whole", action="store_true", help="decks to their end")
    parser.add_argument("--to", type=Path, default=HERE / "results", metavar="FOLDER")
    chosen = parser.parse_args(arguments)
    np.seterr(all="ignore")  # what is not finite is looked for
    try:
        backend.use(chosen.backend)
    except (ValueError, RuntimeError) as error:
        print(f"gpu.py: {error}", file=sys.stderr)
        return 2
    facts = machine() | {"device": backend.describe()}
    done: dict[str, Section] = {}
    chosen.to.mkdir(parents=True, exist_ok=True)
    for name in chosen.sections or SECTIONS:
        print(f"{name}: {SECTIONS[name].__doc__}", file=sys.stderr, flush=True)
        done[name] = measure(name, Task(chosen.backend, chosen.small, chosen.whole))
        (chosen.to / "gpu.md").write_text(page(facts, done))  # kept if a later section does not end
        sections = {key: asdict(section) for key, section in done.items()}
        (chosen.to / "gpu.json").write_text(
            json.dumps({"machine": facts, "sections": sections}, indent=1, default=float))
    print(page(facts, done))
    return int(any(section.failed for section in done.values()))


if __name__ == "__main__":
    if "OMP_NUM_THREADS" not in os.environ:  # NumPy is measured on one core, and reads this at its start
        one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **one})
    sys.exit(main(sys.argv[1:]))
