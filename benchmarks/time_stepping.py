"""Time stepping: what one per cent of error in the dendrite area at t = 0.05 s costs.

Backward Euler, with equal steps and with steps controlled by their error, against BDF2 with error control,
each as coarse as one per cent allows. The reference is BDF2 with 200 equal steps. The times that the deck
wants to hit are left out, since they would cut the few long steps.

    python benchmarks/time_stepping.py [small]     # small: four grains instead of the main deck

Only ratios within one run mean anything on another machine or another day.
"""
from __future__ import annotations

import math
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import alces

DECK = str(Path(__file__).parents[1] / "inputs" / "nzsp_dendrite.i")
END, AIM = 0.05, 1.0  # s, per cent
PROBES = tuple(f"{what}_{where}_{unit}" for where in ("normal", "parallel", "left", "right", "center")
               for what, unit in (("i", "Am2"), ("phi", "V")))
FOUR_GRAINS = ("lx=0.8", "ly=0.8", "nx=40", "ny=40", "grain_seeds=0.2 0.2 0.6 0.22 0.22 0.6 0.58 0.62",
               f"Postprocessors/inactive={' '.join(PROBES)}")
BDF2 = ("Executioner/scheme=bdf2",)
SMOOTH = "Executioner/predictor_variables=eta c"  # in long steps plasticity makes the others unpredictable
STEPPER = "Executioner/TimeStepper"
TOLERANCES = (1e-2, 7e-3, 6e-3, 5e-3, 3e-3)
NAMES = {
    "run": "run", "steps": "steps", "rejected": "rejected", "newton": "linear solves", "krylov": "Krylov its",
    "cpu": "CPU s", "wall": "wall s", "area": "area um^2", "error": "error %",
    "times_fewer": "best Euler / this: solves", "times_faster": "CPU",
}


def predictor(order: int) -> tuple[str, ...]:
    """Newton starts from the polynomial of this degree in time."""
    return "Executioner/predictor=true", f"Executioner/predictor_order={order}"


def equal(n: int, order: int) -> tuple[str, ...]:
    """n equal steps."""
    dt = repr(END / n)
    return (f"dt={dt}", f"dtmax={dt}", f"{STEPPER}/optimal_iterations=100", *predictor(order))


def controlled(tolerance: float, dt: float, order: int) -> tuple[str, ...]:
    """Steps by their error, the first one of length dt."""
    own = {"type": "LocalErrorDT", "tolerance": repr(tolerance), "growth_factor": "2"}
    return (*(f"{STEPPER}/{name}={value}" for name, value in own.items()),
            f"dt={dt!r}", "dtmax=1", *predictor(order))


def measure(case: tuple[str, ...], name: str, *overrides: str) -> dict[str, Any]:
    """One run as a row of the table."""
    problem = alces.load(DECK, "Outputs/sync_times=", f"end_time={END}", *case, *overrides)
    row = {"run": name, "steps": 0, "rejected": 0, "newton": 0, "krylov": 0}
    solve = problem.solve

    def counted(*arguments: Any) -> Any:
        outcome = solve(*arguments)
        row["rejected"] += 1
        row["newton"] += outcome.iterations
        row["krylov"] += outcome.linear_iterations
        return outcome

    problem.solve = counted  # type: ignore[method-assign]
    wall, cpu = time.perf_counter(), time.process_time()
    problem.execute(write=False)
    row.update(wall=time.perf_counter() - wall, cpu=time.process_time() - cpu, steps=problem.step,
               area=problem.state.postprocessors["dendrite_area"])
    row["rejected"] -= problem.step
    return row


def rows(small: bool = False) -> list[dict[str, Any]]:
    """All runs; `times_fewer` and `times_faster` compare with the best Euler run within one per cent."""
    case = FOUR_GRAINS if small else ()
    out = [measure(case, "BDF2, 200 equal steps (reference)", *BDF2, *equal(200, 2))]
    exact = out[0]["area"]

    def run(name: str, *overrides: str) -> dict[str, Any]:
        row = measure(case, name, *overrides)
        row["error"] = 100.0 * abs(row["area"] / exact - 1.0)
        out.append(row)
        print(line(row), file=sys.stderr, flush=True)
        return row

    run("Euler, as in the deck")
    for row in euler(run):
        row["euler"] = True
    run("BDF2, 50 equal steps", *BDF2, *equal(50, 1))
    for tolerance in TOLERANCES:
        overrides = (*BDF2, *controlled(tolerance, 5e-4, 1), SMOOTH)
        if run(f"BDF2, tolerance {tolerance:g}", *overrides)["error"] <= 0.6 * AIM:
            break
    best = min((row for row in out if row.pop("euler", False)), key=lambda row: row["newton"])
    for row in out:
        row["times_fewer"], row["times_faster"] = best["newton"] / row["newton"], best["cpu"] / row["cpu"]
    return out


def euler(run: Any) -> Iterator[dict[str, Any]]:
    """Backward Euler runs that reach the aim."""
    n = math.ceil(100 * run("Euler, 100 equal steps", *equal(100, 1))["error"] / AIM)  # of first order
    while (row := run(f"Euler, {n} equal steps, quadratic prediction", *equal(n, 2)))["error"] > AIM:
        n = math.ceil(n * row["error"] / AIM) + 1
    yield row
    tolerance = 5e-5
    while True:
        row = run(f"Euler, tolerance {tolerance:.3g}", *controlled(tolerance, 2.5e-5, 2))
        if row["error"] <= AIM:
            break
        tolerance *= (0.98 * AIM / row["error"]) ** 2  # steps go as its square root
    yield row


def line(row: dict[str, Any]) -> str:
    """A row of the Markdown table."""
    cells = (row.get(key, "") for key in NAMES)
    return "| " + " | ".join(f"{c:.4g}" if isinstance(c, float) else str(c) for c in cells) + " |"


def main(small: bool) -> None:
    """Print the table."""
    found = rows(small)
    print("| " + " | ".join(NAMES.values()) + " |")
    print("|" + "---|" * len(NAMES))
    for row in found:
        print(line(row))


if __name__ == "__main__":
    main("small" in sys.argv[1:])
