"""Linear solvers: a Newton system of the main deck in mid-run on finer and finer grids, and three dimensions.

    python benchmarks/solvers.py [small]

Each combination has a process of its own. Only ratios within one run mean anything on another machine or day.
"""
from __future__ import annotations

import ctypes
import json
import os
import pickle
import subprocess
import sys
import tempfile
from pathlib import Path

import alces
from alces.solve.spread import Spread
from developed import developed, load
from measure import TURNS, peak_memory, repeated, timed
from table import markdown

WAYS = {
    "MUMPS, whole": ("Preconditioning/active=whole", "Preconditioning/whole/type=SMP"),
    "blocks, direct": ("Preconditioning/blocks/multigrid_from=1000000000",),
    "blocks, AMG": ("Preconditioning/blocks/multigrid_from=50",),
}
ONE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
SOLID = str(Path(__file__).with_name("solid3d.i"))
PLANE = ("dim=2", "fields=eta disp_x disp_y", "displacements=disp_x disp_y", "forces=stress_x stress_y",
         "held=left_x bottom_y")


def rows(small: bool) -> list[dict]:
    """Main deck in mid-run, third Newton iterate of a step: factorisation or set-up, and solution"""
    coarse, steps = (10, 3) if small else (60, 27)
    with tempfile.TemporaryDirectory() as folder:
        state = str(Path(folder) / "state")
        _child("develop", coarse, steps, state)
        found = []
        for n in (10, 20) if small else (60, 120, 240, 480):
            start = str(Path(folder) / f"{n}")
            _child("approach", n, state, start)
            mine = [{"grid": f"{n}^2", **_child("solve", n, way, state, start)} for way in WAYS]
            for row in mine:
                row["MUMPS's time / this"] = mine[0]["seconds"] / row["seconds"]
                row["this / MUMPS's memory"] = row["solver MB"] / mine[0]["solver MB"]
                print(row, file=sys.stderr, flush=True)
            found += mine
    return found


def in_space(small: bool) -> list[dict]:
    """Allen-Cahn with elasticity by field blocks and multigrid, HEX8 against as many unknowns in the plane"""
    found = [{"dimension": dim, **_child("steps", n, dim)}
             for dim, n in ((2, 24 if small else 395), (3, 6 if small else 48))]
    for row in found:
        row["per unknown / 2-D"] = row["us/unknown"] / found[0]["us/unknown"]
    return found


# -- what the processes do ------------------------------------------------------------------------------
def develop(n: str, steps: str, file: str) -> None:
    """Leave a developed state in a file."""
    Path(file).write_bytes(pickle.dumps(developed(int(n), int(steps))))


def approach(n: str, state: str, file: str) -> None:
    """Leave the iterate after two Newton iterations of a step in a file."""
    problem = load(int(n), "Executioner/nl_max_its=2", "Executioner/line_search=basic")
    pickle.loads(Path(state).read_bytes()).onto(problem)
    problem.solve(problem.state.u).x.dump(file)


def solve(n: str, way: str, state: str, file: str) -> dict:
    """One Newton iteration from there; then its linear system again and again, set-up included."""
    one = ("Executioner/nl_max_its=1", "Executioner/nl_update_tol=1e9", "Executioner/line_search=basic")
    problem = load(int(n), *one, *WAYS[way])
    pickle.loads(Path(state).read_bytes()).onto(problem)
    start = pickle.loads(Path(file).read_bytes())
    filled: list = []
    fill = Spread.fill

    def watched(spread, matrix, data):
        fill(spread, matrix, data)
        if not filled:  # whatever the solver takes from now on is its own
            filled[:] = [matrix, data, _resident()]

    Spread.fill = watched
    problem.solve(start)
    newton = problem._newton
    matrix, data, before = filled
    memory = _peak() - before
    snes = newton._snes
    right, x = snes.getFunction()[0].duplicate(), snes.getSolution().duplicate()
    x.setArray(start / newton.column[newton.field])
    snes.computeFunction(x, right)
    ksp = snes.getKSP()

    def again() -> None:
        fill(newton.spread, matrix, data)
        ksp.solve(right, x)

    seconds = repeated(again, lambda: None, TURNS if len(start) < 1e5 else 3)
    return {"unknowns": len(start), "solver": way, "seconds": seconds.wall, "CPU s": seconds.cpu,
            "outer iterations": ksp.getIterationNumber(), "us/unknown": 1e6 * seconds.wall / len(start),
            "solver MB": memory, "process MB": peak_memory() / 1e6}


def steps(n: str, dim: str) -> dict:
    """Some time steps; the first, which sets everything up, does not count for the time."""
    problem = alces.load(SOLID, f"N={n}", *(PLANE if dim == "2" else ()), "multigrid_from=50")
    took, iterations = [], []
    solve = problem.solve

    def watched(*arguments):
        outcomes = []
        took.append(timed(lambda: outcomes.append(solve(*arguments))))
        iterations.append((outcomes[0].iterations, outcomes[0].linear_iterations))
        return outcomes[0]

    problem.solve = watched
    problem.execute(write=False)
    unknowns, later = problem.model.unknowns.n, took[1:]
    newton, linear = (sum(column) for column in zip(*iterations, strict=True))
    wall, cpu = (sum(getattr(t, clock) for t in later) / len(later) for clock in ("wall", "cpu"))
    return {"cells": problem.model.mesh.n_cells, "unknowns": unknowns, "step, s": wall, "step, CPU s": cpu,
            "us/unknown": 1e6 * wall / unknowns, "Newton iterations": newton / len(took),
            "outer per solve": linear / newton, "peak MB": peak_memory() / 1e6}


def _child(task: str, *arguments: object) -> dict:
    command = [sys.executable, __file__, "--do", task, *map(str, arguments)]
    done = subprocess.run(command, env={**os.environ, **ONE}, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError((done.stderr.strip().splitlines() or ["failed"])[-1])
    return json.loads(done.stdout.splitlines()[-1])


def _resident() -> float:
    """MB that this process holds now; its peak counts from here on where the system can do that."""
    libc = ctypes.CDLL(None)
    if hasattr(libc, "malloc_trim"):
        libc.malloc_trim(0)
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        return peak_memory() / 1e6
    return _status("VmRSS")


def _peak() -> float:
    return _status("VmHWM") if Path("/proc/self/status").exists() else peak_memory() / 1e6


def _status(key: str) -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(float(line.split()[1]) for line in lines if line.startswith(key)) * 1024 / 1e6


def main(arguments: list[str]) -> None:
    """Print the tables."""
    for part in (rows, in_space):
        print(f"\n{part.__doc__}\n\n{markdown(part('small' in arguments))}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--do"]:
        task = {"develop": develop, "approach": approach, "solve": solve, "steps": steps}[sys.argv[2]]
        print(json.dumps(task(*sys.argv[3:])))
    else:
        main(sys.argv[1:])
