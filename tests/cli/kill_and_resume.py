"""Kill a run again and again at random moments, go on from its checkpoint each time, and compare what is left
with a run that nobody has killed: ``python tests/cli/kill_and_resume.py 50``."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import netCDF4
import numpy as np

DECK = """\
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 3000
[]
[Variables]
  [u]
    initial_condition = 1
  []
[]
[Kernels]
  [rate]
    type = TimeDerivative
    variable = u
  []
  [loss]
    type = Reaction
    variable = u
  []
  [diffusion]
    type = Diffusion
    variable = u
  []
[]
[BCs]
  [left]
    type = FunctionDirichletBC
    variable = u
    boundary = left
    function = '1 + sin(t)'
  []
[]
[Postprocessors]
  [mean]
    type = ElementAverageValue
    variable = u
  []
  [sum]
    type = CumulativeValuePostprocessor
    postprocessor = mean
  []
[]
[VectorPostprocessors]
  [line]
    type = LineValueSampler
    variable = u
    start_point = '0 0 0'
    end_point = '1 0 0'
    num_points = 3
    sort_by = x
  []
[]
[Executioner]
  type = Transient
  scheme = bdf2
  dt = 0.01
  num_steps = 100000
[]
[Outputs]
  csv = true
  exodus = true
  netcdf = true
  checkpoint = true
[]
"""
FOLDER = "deck_out_cp"
FINISHED = re.compile(r"^step (\d+): .* left$", re.MULTILINE)


@dataclass
class Figures:
    """Kills: all, before there was a checkpoint, while one was being written; lost: finished steps that were
    not there afterwards; steps: of the run at its end; differing: files that are not as they should be."""

    kills: int = 0
    before_the_first: int = 0
    while_writing: int = 0
    lost: int = 0
    steps: int = 0
    differing: tuple[str, ...] = ()


def torture(folder: Path, kills: int, seed: int, longest: float = 0.6) -> Figures:
    """Run a deck in `folder`, kill it so many times, up to so many seconds after its first step (or before),
    let it end, and compare."""
    chance = random.Random(seed)
    figures = Figures()
    (folder / "deck.i").write_text(DECK)
    for _ in range(kills):
        done = kill_once(folder, chance, longest)
        figures.kills += 1
        figures.while_writing += any((folder / FOLDER).glob("*.new"))
        latest = max((int(p.stem) for p in (folder / FOLDER).glob("*.chk")), default=-1)
        figures.before_the_first += latest < 0
        figures.lost += max(done - latest, 0) if done >= 0 else 0
    end = f"Executioner/num_steps={max(latest, 0) + 5}"
    finish(folder, *begin(folder), end)
    whole = folder / "whole"
    whole.mkdir()
    (whole / "deck.i").write_text(DECK)
    finish(whole, "-i", "deck.i", end)
    first, second = contents(whole), contents(folder)
    figures.steps = max(latest, 0) + 5
    figures.differing = tuple(n for n in {*first, *second} if first.get(n) != second.get(n))
    return figures


def begin(folder: Path) -> list[str]:
    """Go on where that is possible."""
    there = any((folder / FOLDER).glob("*.chk"))
    return ["resume", FOLDER] if there else ["-i", "deck.i"]


def kill_once(folder: Path, chance: random.Random, longest: float) -> int:
    """Start, kill after a while; the last step that was reported as finished, -1 for none."""
    log = folder / "log"
    with log.open("w") as out:
        process = subprocess.Popen(command(*begin(folder)), cwd=folder, stdout=out, stderr=subprocess.STDOUT,
                                   env={**os.environ, "OMP_NUM_THREADS": "1"})
    if chance.random() < 0.9:  # the others are killed while they start
        while not FINISHED.search(log.read_text()) and process.poll() is None:
            time.sleep(0.01)
    time.sleep(chance.uniform(0.0, longest))
    process.kill()
    assert process.wait(timeout=60) == -9, log.read_text()
    steps = FINISHED.findall(log.read_text())
    return int(steps[-1]) if steps else -1


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "alces.cli.main", *arguments]


def finish(folder: Path, *arguments: str) -> None:
    words = command(*arguments, "-q")
    answer = subprocess.run(words, cwd=folder, capture_output=True, text=True, timeout=300)
    assert answer.returncode == 0, answer.stderr


def contents(folder: Path) -> dict[str, object]:
    """What the result files hold, by name."""
    out: dict[str, object] = {path.name: path.read_text() for path in folder.glob("*.csv")}
    for path in (*folder.glob("*.nc"), *folder.glob("*.e")):
        with netCDF4.Dataset(str(path)) as data:
            data.set_auto_mask(False)
            out[path.name] = {name: np.array(v[...]).tobytes() for name, v in data.variables.items()
                              if name not in ("qa_records", "info_records")}
    return out


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        found = torture(Path(place), int(sys.argv[1]), seed=int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    print(found)
    sys.exit(bool(found.lost or found.differing))
