"""The `alces` command in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

DECK = """\
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 8
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
    rate = 1
  []
[]
[Postprocessors]
  [mean]
    type = ElementAverageValue
    variable = u
    execute_on = 'INITIAL TIMESTEP_END'
  []
[]
[Executioner]
  type = Transient
  dt = 0.1
  num_steps = 3
[]
[Outputs]
  csv = true
  exodus = true
  netcdf = true
[]
"""
"""du/dt = -u: an implicit Euler step of length dt divides u by 1 + dt."""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "decay.i"
    path.write_text(DECK)
    return path


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "alces.cli.main", *arguments]


@pytest.fixture
def alces(tmp_path: Path):
    """``alces("-i", "decay.i")`` in the folder of the deck, or elsewhere with ``folder=``."""

    def run(*arguments: str, folder: Path = tmp_path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command(*arguments), cwd=folder, capture_output=True, text=True, timeout=100)

    return run


@pytest.fixture
def start(tmp_path: Path):
    """``start("-i", "decay.i")``: a process that runs, killed at the end of the test."""
    running: list[subprocess.Popen[str]] = []

    def begin(*arguments: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            command(*arguments),
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "OMP_NUM_THREADS": "1"},
        )
        running.append(process)
        return process

    yield begin
    for process in running:
        process.kill()
        process.communicate()
