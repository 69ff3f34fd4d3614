"""The parts of a benchmark: what each section's module offers, run one by one in processes of their own.

A part is a public function of a section's module whose only argument is `small`; its docstring is the title
of the table. It returns the rows, dictionaries whose keys are the columns; `skipped` says why a row is empty.
The module's `NAMES`, if there are, say what to call the columns.
"""
from __future__ import annotations

import ast
import importlib
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

from measure import peak_memory

FOLDER = Path(__file__).parent
SECTIONS = ("assembly", "step", "startup", "time_stepping", "solvers", "ranks", "whole_run")
LIMIT = 3600.0
"""Seconds after which a part is given up."""


@dataclass
class Part:
    """One table.

    Attributes:
        names: what to call the columns.
        skipped: why there are no rows.
        when: date and commit.
        seconds, peak_MB: of the process that measured it.
    """

    section: str
    name: str
    title: str
    rows: list[dict] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    skipped: str = ""
    when: str = ""
    seconds: float = 0.0
    peak_MB: float = 0.0


def parts_of(section: str) -> list[Part]:
    """The parts of a section, found without importing it."""
    path = FOLDER / f"{section}.py"
    if not path.exists():
        return [Part(section, "", section, skipped=f"there is no {path.name}")]
    found = []
    for node in ast.parse(path.read_text()).body:
        if isinstance(node, ast.FunctionDef) and [a.arg for a in node.args.args] == ["small"]:
            title = (ast.get_docstring(node) or node.name).splitlines()[0].rstrip(".")
            if node.name != "main" and not node.name.startswith("_"):
                found.append(Part(section, node.name, title))
    return found


def measure(part: Part, small: bool) -> Part:
    """Run it in a process of its own; whatever goes wrong there is the reason why it is skipped."""
    if part.skipped:
        return part
    one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "rows.json"
        size = "small" if small else "full"
        command = [sys.executable, __file__, part.section, part.name, size, str(answer)]
        try:
            done = subprocess.run(command, env={**os.environ, **one}, cwd=folder, timeout=LIMIT, text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        except subprocess.TimeoutExpired:
            part.skipped = f"not done after {LIMIT:.0f} s"
        else:
            if done.returncode == 0 and answer.exists():
                for key, value in json.loads(answer.read_text()).items():
                    setattr(part, key, value)
            else:
                said = done.stdout.strip().splitlines()
                part.skipped = said[-1] if said else f"ended with code {done.returncode}"
    part.seconds = time.perf_counter() - started
    return part


def as_json(parts: list[Part]) -> list[dict]:
    """For a file."""
    return [asdict(part) for part in parts]


def _child(section: str, name: str, size: str, answer: str) -> None:
    module = importlib.import_module(section)
    rows = getattr(module, name)(small=size == "small")
    found = {"rows": rows, "names": getattr(module, "NAMES", {}), "peak_MB": peak_memory() / 1e6}
    Path(answer).write_text(json.dumps(found, default=float))


if __name__ == "__main__":
    _child(*sys.argv[1:])
