"""What it takes to start: fresh processes, wall time, files in the system's cache."""
from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time

from measure import TURNS

_SET_UP = """
import json, time
start = time.perf_counter()
import alces
from alces.run import load
imported = time.perf_counter()
problem = load({deck!r}, "N={n}")
loaded, worked = time.perf_counter(), time.process_time()
problem.system.jacobian(problem.state)
first = time.perf_counter()
problem.system.jacobian(problem.state)
second = time.perf_counter()
print(json.dumps([imported - start, loaded - imported, 2 * first - loaded - second, worked]))
"""


def commands(small: bool) -> list[dict]:
    """Start of the interpreter, the package and the command"""
    works = {
        "python -c pass": "pass",
        "import alces": "import alces",
        "import alces.run": "import alces.run",
        "import alces.run and PETSc": "import alces.run, petsc4py.PETSc",
        "alces --help": "import sys; from alces.cli.main import main; sys.exit(main(['--help']))",
    }
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in works}
    for _ in range(2 if small else 1 + TURNS):
        for name, code in works.items():
            wall, cpu = time.perf_counter(), _children()
            _python(code)
            found[name].append((time.perf_counter() - wall, _children() - cpu))
    rows = []
    for name, times in found.items():
        wall, cpu = (statistics.median(column) for column in zip(*times[1:], strict=True))
        rows.append({"what": name, "seconds": wall, "CPU s": cpu})
    return rows


def first_step(small: bool) -> list[dict]:
    """coupled5: from nothing to what a first step needs"""
    from coupled5 import DECK

    rows = []
    for n in (8, 16) if small else (64, 128, 256):
        code = _SET_UP.format(deck=DECK, n=n)
        times = [json.loads(_python(code)) for _ in range(2 if small else 1 + TURNS)][1:]
        imports, parsed, pattern, worked = (statistics.median(column) for column in zip(*times, strict=True))
        rows.append({"N": n, "imports, s": imports, "deck, mesh, initial state, s": parsed,
                     "pattern and maps, s": pattern, "set-up, s": parsed + pattern,
                     "with imports, s": imports + parsed + pattern, "CPU before the pattern, s": worked})
    return rows


def _children() -> float:
    """Processor time of the processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError((done.stderr.strip().splitlines() or ["failed"])[-1])
    return done.stdout
