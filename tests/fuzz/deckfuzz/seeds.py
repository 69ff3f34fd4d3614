"""The decks that mutants are made from."""

from __future__ import annotations

import os
import re
from pathlib import Path

ROOT = Path(__file__).parents[3]
_COUNT = re.compile(r"^(\s*(?:n[xyz]|uniform_refine)\s*=\s*)'?(\d+)'?(.*)$", re.MULTILINE)
_LARGEST = {"x": "4", "y": "3", "z": "2", "e": "0"}

SMALL = (
    """\
D = 0.5
[Mesh]
  [line]
    type = GeneratedMeshGenerator
    dim = 1
    nx = 4
  []
  [right]
    type = SubdomainBoundingBoxGenerator
    input = line
    block_id = 1
    bottom_left = '0.5 0 0'
    top_right = '1 1 0'
  []
[]
[Variables]
  [u]
    initial_condition = 1
  []
[]
[AuxVariables/twice]
  order = CONSTANT
  family = MONOMIAL
[]
[Functions/ramp]
  type = ParsedFunction
  expression = 'a*x + t'
  symbol_names = a
  symbol_values = 2
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
    function = ramp
  []
[]
[AuxKernels/twice]
  type = ParsedAux
  variable = twice
  coupled_variables = u
  expression = '2*u'
[]
[Materials/D]
  type = DerivativeParsedMaterial
  property_name = D
  coupled_variables = u
  expression = 'if(u > 0, ${D}*(1 + u^2), ${fparse D/2})'
  derivative_order = 2
[]
[BCs/left]
  type = FunctionDirichletBC
  variable = u
  boundary = left
  function = 'sin(t) + ${units 10 mm -> m}'
[]
[Postprocessors]
  [mean]
    type = ElementAverageValue
    variable = u
    execute_on = 'initial timestep_end'
  []
[]
[Preconditioning/full]
  type = SMP
  full = true
[]
[Executioner]
  type = Transient
  solve_type = NEWTON
  scheme = bdf2
  end_time = 1
  [TimeStepper]
    type = IterationAdaptiveDT
    dt = 0.1
    optimal_iterations = 6
  []
[]
[Outputs]
  csv = true
  [nc]
    type = NetCDF
    time_step_interval = 2
  []
[]
""",
)


def shrunk(text: str) -> str:
    """The deck with a mesh of a few cells."""

    def smaller(match: re.Match[str]) -> str:
        most = _LARGEST[match.group(1).strip(" =")[-1]]
        return f"{match.group(1)}{min(match.group(2), most, key=int)}{match.group(3)}"

    return _COUNT.sub(smaller, text)


def seeds() -> list[tuple[str, Path]]:
    """(text, folder it is read in) of the small decks, of inputs/ and of the folder of MOOSE's decks."""
    paths = sorted((ROOT / "inputs").glob("*.i"))
    if os.environ.get("ALCES_MOOSE_DECKS"):
        paths += sorted(Path(os.environ["ALCES_MOOSE_DECKS"]).glob("**/*.i"))
    found = [(text, ROOT / "inputs") for text in SMALL]
    return found + [(shrunk(path.read_text()), path.parent) for path in paths]
