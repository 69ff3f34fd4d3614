"""Thousands of cheap steps: memory, open files, PETSc objects and the time of a step must stay the same.

    python benchmarks/soak.py [STEPS]

Most runs of a day have a few hundred steps; a leak of a kilobyte or of one handle in each of them shows only
here. The steps adapt their length, every other one is cut, and each writes NetCDF, Exodus and CSV files and a
checkpoint.
"""

from __future__ import annotations

import contextlib
import gc
import os
import re
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import alces

DECK = """\
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 4
[]
[Variables]
  [u]
  []
[]
[AuxVariables]
  [slope]
    order = CONSTANT
    family = MONOMIAL
  []
[]
[Kernels]
  [rate]
    type = TimeDerivative
    variable = u
  []
  [flux]
    type = MatDiffusion
    variable = u
    diffusivity = D
  []
  [source]
    type = BodyForce
    variable = u
    function = 'cos(t) + x'
  []
[]
[AuxKernels]
  [slope]
    type = VariableGradientComponent
    variable = slope
    gradient_variable = u
    component = x
  []
[]
[Materials]
  [D] # is not a number in long steps, so that they are cut
    type = ParsedMaterial
    property_name = D
    coupled_variables = u
    extra_symbols = dt
    expression = 'if(dt > 1.5e-3, log(-1), 1 + 0.1*u^2)'
  []
[]
[BCs]
  [left]
    type = DirichletBC
    variable = u
    boundary = left
    value = 0
  []
[]
[Postprocessors]
  [mean]
    type = ElementAverageValue
    variable = u
  []
  [most]
    type = NodalExtremeValue
    variable = u
  []
[]
[VectorPostprocessors]
  [line]
    type = LineValueSampler
    variable = u
    start_point = '0 0 0'
    end_point = '1 0 0'
    num_points = 5
    sort_by = x
    outputs = none
  []
[]
[Executioner]
  type = Transient
  num_steps = {steps}
  [TimeStepper]
    type = IterationAdaptiveDT
    dt = 1e-3
    growth_factor = 2
    cutback_factor = 0.5
  []
[]
[Outputs]
  csv = true
  exodus = true
  [nc]
    type = NetCDF
  []
  [checkpoint]
    type = Checkpoint
    time_step_interval = 20
  []
[]
"""


@dataclass(frozen=True)
class Sample:
    """What a process holds after some steps."""

    step: int
    seconds: float
    resident: int
    files: int
    objects: int
    blocks: int
    petsc: int

    def row(self, before: Sample) -> str:
        """A line of the table; the time is that of a step since the sample before."""
        pace = 1e3 * (self.seconds - before.seconds) / max(self.step - before.step, 1)
        return (
            f"{self.step:8d} {pace:8.2f} {self.resident / 2**20:8.1f} {self.files:6d} {self.objects:9d} "
            f"{self.blocks:9d} {self.petsc:6d}"
        )


HEADER = "   steps  ms/step   RSS MB  files   objects    blocks  PETSc"


def sample(step: int) -> Sample:
    """Take stock. Python's garbage is collected before."""
    gc.collect()
    with open("/proc/self/statm") as file:
        resident = int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    files = len(os.listdir("/proc/self/fd"))
    return Sample(
        step,
        time.perf_counter(),
        resident,
        files,
        len(gc.get_objects()),
        sys.getallocatedblocks(),
        petsc_objects(),
    )


def petsc_objects() -> int:
    """PETSc objects that were made and not yet destroyed, from PETSc's own log."""
    from petsc4py import PETSc

    with tempfile.TemporaryDirectory() as folder:
        viewer = PETSc.Viewer().createASCII(f"{folder}/log")
        PETSc.Log.view(viewer)
        viewer.destroy()
        text = Path(f"{folder}/log").read_text()
    rows = re.findall(
        r"^ *\w[\w ]*?  +(\d+) +(\d+)(?: +\d+ +\S+)? *$", text.partition("Creations")[2], re.MULTILINE
    )
    return sum(int(made) - int(destroyed) for made, destroyed in rows)


def soak(steps: int, samples: int, show: Any = lambda line: None) -> list[Sample]:
    """Run the deck in an empty folder, and take stock from time to time."""
    from petsc4py import PETSc

    PETSc.Log.begin()
    taken: list[Sample] = []
    with tempfile.TemporaryDirectory() as folder, open(os.devnull, "w") as nowhere:
        path = Path(folder) / "soak.i"
        path.write_text(DECK.format(steps=steps + 1))
        with contextlib.redirect_stdout(nowhere):  # every cut is told
            problem = alces.load(str(path))
            every = max(steps // samples, 1)

            def between_steps() -> bool:
                if problem.step and problem.step % every == 0:
                    taken.append(sample(problem.step))
                    show(taken[-1].row(taken[-2] if len(taken) > 1 else taken[-1]))
                return False

            problem.stopped = between_steps
            problem.run()
    return taken


def main() -> None:
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    print(HEADER)
    terminal = sys.stdout
    soak(steps, 20, lambda line: print(line, file=terminal, flush=True))


if __name__ == "__main__":
    main()
