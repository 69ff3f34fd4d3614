"""Two processes against one: whole time steps, assembly and solution.

    python benchmarks/ranks.py [small]

Needs a launcher of MPI and two cores that have nothing else to do.
"""
from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from table import markdown

SOLID = ("N=256", "dim=2", "fields=eta disp_x disp_y", "displacements=disp_x disp_y",
         "forces=stress_x stress_y", "held=left_x bottom_y")
ROOT = Path(__file__).parents[1]
DECKS = {
    "coupled5, N = 256": ("benchmarks/coupled5.i", "N=256"),
    "Allen-Cahn and elasticity, N = 256": ("benchmarks/solid3d.i", *SOLID),
    "main deck, 256^2": ("inputs/nzsp_dendrite.i", "nx=256", "ny=256"),
}
SMALL = ("N=16", "nx=16", "ny=16")
QUIET = {**dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"),
         "OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1"}
STEPS = 3


def rows(small: bool) -> list[dict]:
    """One and two processes: seconds of a time step after the first one, of all processes the slowest"""
    if shutil.which("mpiexec") is None:
        return [{"skipped": "there is no mpiexec"}]
    found = []
    for name, (deck, *overrides) in DECKS.items():
        known = [o for o in SMALL if o.split("=")[0] in {given.split("=")[0] for given in overrides}]
        mine = [{"problem": name, "processes": n, **_run(n, deck, *overrides, *(known if small else ()))}
                for n in (1, 2)]
        for row in mine:
            row["times faster"] = mine[0]["step, s"] / row["step, s"]
            print(row, file=sys.stderr, flush=True)
        found += mine
    return found


def _run(n: int, deck: str, *overrides: str) -> dict:
    launcher = ["mpiexec", "-n", str(n)] if n > 1 else []
    command = [*launcher, sys.executable, "-m", "mpi4py", __file__, "--do", str(ROOT / deck), *overrides]
    if n == 1:
        del command[1:3]
    done = subprocess.run(command, env={**os.environ, **QUIET}, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError((done.stderr.strip().splitlines() or ["failed"])[-1])
    return json.loads(done.stdout.splitlines()[-1])


def run(deck: str, *overrides: str) -> None:
    """Take some steps, here and on the other processes; the first one prints a row."""
    import alces

    if "coupled5" in deck:
        from coupled5 import SUPPORTS

        overrides = (*overrides, *SUPPORTS)
    problem = alces.load(deck, f"Executioner/num_steps={STEPS}", *overrides)
    spent: list[dict[str, float]] = []
    counts = {"Newton iterations": 0, "linear iterations": 0}
    begin, solve = problem.begin_step, problem.solve

    def clock() -> None:
        own = {name: timing.own for name, timing in problem.performance.timings.items()}
        spent.append({
            "step, s": time.perf_counter(),
            "assembly, s": own.get("residual", 0.0) + own.get("jacobian", 0.0),
            "linear solver, s": own.get("newton", 0.0), "CPU s": time.process_time(), **counts,
        })

    def begun(*arguments):
        clock()
        return begin(*arguments)

    def solved(*arguments):
        outcome = solve(*arguments)
        counts["Newton iterations"] += outcome.iterations
        counts["linear iterations"] += outcome.linear_iterations
        return outcome

    problem.begin_step, problem.solve = begun, solved
    problem.execute(write=False)
    clock()
    mine = {key: (spent[-1][key] - spent[1][key]) / (len(spent) - 2) for key in spent[0]}
    everyone = problem.ranks.gather(mine)
    if problem.ranks.first:
        print(json.dumps({key: max(each[key] for each in everyone) for key in mine}))


def main(arguments: list[str]) -> None:
    """Print the table."""
    print(f"{rows.__doc__}\n\n{markdown(rows('small' in arguments))}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--do"]:
        run(*sys.argv[2:])
    else:
        main(sys.argv[1:])
