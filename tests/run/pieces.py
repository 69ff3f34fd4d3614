"""Runs in one piece and in several, and all they leave on disk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import netCDF4
import numpy as np
import pytest
from alces.hit import load as load_deck
from alces.run.problem import Problem
from alces.run.resume import deck_of, latest


def unbroken(deck: Path, overrides: Sequence[str]) -> Problem:
    problem = Problem(load_deck(str(deck), overrides), deck)
    problem.run()
    return problem


def in_pieces(deck: Path, overrides: Sequence[str], stops: Sequence[int]) -> Problem:
    """Stopped after these steps, each piece by a problem of its own that knows nothing but the checkpoint."""
    problem = Problem(load_deck(str(deck), overrides), deck)
    for stop in stops:
        run_until(problem, stop)
        assert problem.step == stop
        problem = resumed(deck)
    problem.run()
    return problem


def run_until(problem: Problem, stop: int) -> None:
    problem.stopped = lambda: problem.step >= stop
    with pytest.raises(KeyboardInterrupt):
        problem.run()


def resumed(deck: Path, *overrides: str) -> Problem:
    path, content, wrong = latest([deck.with_name(f"{deck.stem}_out_cp")])
    assert not wrong
    problem = Problem(*deck_of(path, content, overrides))
    problem.resume(content)
    return problem


def contents(folder: Path, of: str = "") -> dict[str, object]:
    """What the result files of a folder hold, by name: tables as text, arrays bit by bit."""
    out: dict[str, object] = {}
    for path in sorted(folder.glob(f"{of}*_out*")):
        if path.suffix == ".csv":
            out[path.name] = path.read_text()
        elif path.suffix in (".nc", ".e"):
            with netCDF4.Dataset(str(path)) as data:
                data.set_auto_mask(False)
                arrays = {name: np.array(v[...]) for name, v in data.variables.items()}
            arrays.pop("qa_records", None)  # the time of day is in it
            out[path.name] = {name: (a.shape, a.tobytes()) for name, a in arrays.items()}
    return out


FIELD = """
[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = 4
  ny = 3
[]
[Variables]
  [u]
  []
[]
[AuxVariables]
  [flux]
    family = MONOMIAL
    order = CONSTANT
  []
[]
[ICs]
  [u]
    type = FunctionIC
    variable = u
    function = '1 + x * y'
  []
[]
[Kernels]
  [rate]
    type = TimeDerivative
    variable = u
  []
  [diffusion]
    type = Diffusion
    variable = u
  []
  [loss]
    type = MatReaction
    variable = u
    reaction_rate = rate
  []
[]
[Materials]
  [rate]
    type = ParsedMaterial
    property_name = rate
    coupled_variables = u
    expression = '-u^2'
  []
[]
[AuxKernels]
  [flux]
    type = DiffusionFluxAux
    variable = flux
    diffusion_variable = u
    diffusivity = rate
    component = x
  []
[]
[BCs]
  [left]
    type = FunctionDirichletBC
    variable = u
    boundary = left
    function = '1 + sin(9 * t)'
  []
  %(bc)s
[]
[Postprocessors]
  [mean]
    type = ElementAverageValue
    variable = u
    execute_on = 'INITIAL TIMESTEP_END'
  []
  [total]
    type = CumulativeValuePostprocessor
    postprocessor = mean
  []
  [integral]
    type = TimeIntegratedPostprocessor
    value = mean
  []
  [largest]
    type = TimeExtremeValue
    postprocessor = mean
  []
  [change]
    type = ChangeOverTimePostprocessor
    postprocessor = mean
  []
  %(more)s
[]
[VectorPostprocessors]
  [line]
    type = LineValueSampler
    variable = u
    start_point = '0 0.5 0'
    end_point = '1 0.5 0'
    num_points = 3
    sort_by = x
    execute_on = %(when)s
  []
[]
[Executioner]
  type = Transient
  end_time = 0.4
  nl_rel_tol = 1e-6
  %(run)s
[]
[Outputs]
  exodus = true
  netcdf = true
  [csv]
    type = CSV
    time_data = true
  []
[]
"""


def field(run: str, bc: str = "", more: str = "", when: str = "TIMESTEP_END") -> str:
    return FIELD % {"run": run, "bc": bc, "more": more, "when": when}
