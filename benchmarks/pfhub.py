"""What the PFHub decks cost and find, as a table: `python benchmarks/pfhub.py [1a 7a ...]`.

`--add name=value` (several times) passes overrides to the decks, `--to FOLDER` keeps their files there.
Published costs are wall seconds x cores of other codes on other machines: only orders of magnitude mean
anything.
"""
from __future__ import annotations

import argparse
import csv
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DECKS = Path(__file__).resolve().parents[1] / "inputs" / "pfhub"
OBSERVABLES = {
    "1a": ("free_energy",), "1b": ("free_energy",), "1c": ("free_energy",),
    "3a": ("tip", "solid_fraction", "free_energy"),
    "6a": ("free_energy",), "6b": ("free_energy",), "7a": ("error",),
}
PUBLISHED = {
    "1a": "MOOSE 9950 to 15700, FEniCS 9300, spectral 2100 (to 1e5)",
    "1b": "MOOSE 9650, FEniCS 18600",
    "1c": "MOOSE 240 to 2140, FEniCS 1490",
    "3a": "PRISMS-PF 74 to 293 and MOOSE 405 to 1820 (adaptive meshes), AMPE 66100, FiPy 266600",
    "6a": "MOOSE 3960, PRISMS-PF 8110, Memphis 658, FiPy 40 (coarse)",
    "6b": "MOOSE 1640, FiPy 4350",
    "7a": "not given",
}
"""Core-seconds: wall time times cores."""


def row(name: str, folder: Path, overrides: list[str]) -> str:
    """One line of the table."""
    base = folder / name
    files = [f"Outputs/file_base={base}"]
    if name.startswith("6"):
        files = [f"Outputs/csv/file_base={base}", f"Outputs/out_cuts/file_base={base}_cuts"]
    command = [sys.executable, "-m", "alces.cli.main", "-i", str(DECKS / f"{name}.i"), *files, *overrides]
    alone = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    started = time.perf_counter()
    with base.with_suffix(".log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, env=alone)
        _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        return f"| {name} | failed, see {base.with_suffix('.log')} | | | | | | |"
    with base.with_suffix(".csv").open() as table:
        rows = list(csv.DictReader(table))
    found = ", ".join(f"{o} = {float(rows[-1][o]):.6g}" for o in OBSERVABLES[name])
    core = used.ru_utime + used.ru_stime
    cells = (name, f"{float(rows[-1]['time']):g}", str(len(rows) - 1), f"{wall:.0f}", f"{core:.0f}",
             f"{used.ru_maxrss / 1024:.0f}", found, PUBLISHED[name])
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("names", nargs="*", default=[*OBSERVABLES])
    options.add_argument("--add", action="append", default=[], metavar="NAME=VALUE")
    options.add_argument("--to", type=Path)
    chosen = options.parse_args()
    for name in chosen.names:
        if name not in OBSERVABLES:
            options.error(f"no deck for '{name}'; there are {', '.join(OBSERVABLES)}")
    print("| problem | to t | steps | wall s | core s | peak MB | result | core s of others |")
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.to or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for name in chosen.names:
            print(row(name, folder, chosen.add), flush=True)


if __name__ == "__main__":
    main()
