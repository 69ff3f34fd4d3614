"""The main deck from the first step to the last: as shipped, against one factorisation of the whole system by
MUMPS in every Newton iteration, its analysis kept. Both take the same steps, in processes of their own.

    python benchmarks/whole_run.py                     # 120 x 120 cells, 76 steps: half an hour
    python benchmarks/whole_run.py small
    python benchmarks/whole_run.py end_time=0.01       # with overrides of the deck

Only ratios within one run mean anything on another machine or another day.
"""
from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from table import markdown

DECK = str(Path(__file__).parents[1] / "inputs" / "nzsp_dendrite.i")
SAME_STEPS = "Executioner/TimeStepper/optimal_iterations=100"  # they grow by the same factor whoever solves
WAYS = {
    "as shipped": (),
    "MUMPS on the whole system": ("Preconditioning/active=whole", "Preconditioning/whole/type=SMP"),
}
SMALL = ("nx=16", "ny=16", "end_time=2e-3")
ONE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def without_output(small: bool) -> list[dict]:
    """Main deck, whole run, same steps, nothing written"""
    return compared("none", SMALL if small else ())


def with_output(small: bool) -> list[dict]:
    """Main deck, whole run, same steps, with all its files and pictures"""
    return compared("all", SMALL if small else ())


def compared(output: str, overrides: tuple[str, ...] = ()) -> list[dict]:
    """A row for each way of solving; the second says how far its last state is from that of the first."""
    import numpy

    found, states = [], []
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, way) in enumerate(WAYS.items()):
            base = str(Path(folder) / str(number))
            command = [sys.executable, __file__, "--one", output, base, SAME_STEPS, *way, *overrides]
            done = subprocess.run(command, env={**os.environ, **ONE}, capture_output=True, text=True)
            if done.returncode:
                raise RuntimeError((done.stderr.strip().splitlines() or ["failed"])[-1])
            found.append({"run": name, **json.loads(done.stdout.splitlines()[-1])})
            with numpy.load(base + ".npz") as state:
                states.append(dict(state))
            print(f"{name}: {found[-1]}", file=sys.stderr, flush=True)
    found[1].update(difference(*states))
    for row in found:
        row["wall, x shipped"] = row["wall, s"] / found[0]["wall, s"]
        row["CPU, x shipped"] = row["CPU, s"] / found[0]["CPU, s"]
    return found


def difference(one: dict, other: dict) -> dict[str, float]:
    """Largest difference of two final states, relative to the largest value of the field, or of the
    postprocessors with the same unit: some of them are differences that vanish."""
    import numpy

    largest: dict[str, float] = {}
    for key, a in one.items():
        scale = key.rpartition("|")[2] if key.startswith("scalar") else key
        largest[scale] = max(largest.get(scale, 0.0), float(numpy.abs(a).max()))
    out = {"fields": 0.0, "postprocessors": 0.0}
    for key, a in one.items():
        scalar = key.startswith("scalar")
        size = largest[key.rpartition("|")[2] if scalar else key]
        found = float(numpy.abs(a - other[key]).max()) / (size or 1.0)
        kind = "postprocessors" if scalar else "fields"
        out[kind] = float(numpy.maximum(out[kind], found))  # which keeps what is no number
    return {f"difference of {kind}": value for kind, value in out.items()}


def one(output: str, base: str, *overrides: str) -> None:
    """A run in this process: prints its row, leaves its last state in `base`.npz."""
    import numpy
    from alces.run import load
    from petsc4py import PETSc

    PETSc.Log.begin()
    wall, cpu = time.perf_counter(), time.process_time()
    problem = load(DECK, f"Outputs/file_base={base}_out", *overrides)
    counts = {"Newton iterations": 0, "linear iterations": 0}
    solve = problem.solve

    def counted(*arguments):
        outcome = solve(*arguments)
        counts["Newton iterations"] += outcome.iterations
        counts["linear iterations"] += outcome.linear_iterations
        return outcome

    problem.solve = counted
    problem.execute(write=output == "all")
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    spent = {name: timing.own for name, timing in problem.performance.timings.items()}
    parts = {"linear solver, s": spent["newton"], "assembly, s": spent["residual"] + spent["jacobian"],
             "output, s": spent["output"]}
    events = {"analyses": "MatLUFactorSym", "LU factorisations": "MatLUFactorNum"}
    factors = {name: PETSc.Log.Event(event).getPerfInfo()["count"] for name, event in events.items()}
    print(json.dumps({"steps": problem.step, **counts, **factors, "wall, s": wall, "CPU, s": cpu, **parts,
                      "rest, s": wall - sum(parts.values())}))
    last, units = problem.snapshot(), {f.name: f.units for f in problem.fields() if f.location == "global"}
    numpy.savez(base, **last.node, **last.cell,
                **{f"scalar {name}|{units.get(name, name)}": value for name, value in last.scalar.items()})


def main(arguments: list[str]) -> None:
    """Print the tables."""
    small = "small" in arguments
    overrides = (*(SMALL if small else ()), *(a for a in arguments if a != "small"))
    for output in ("none", "all"):
        print(f"\nOutput: {output}\n\n{markdown(compared(output, overrides))}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(*sys.argv[2:])
    else:
        main(sys.argv[1:])
