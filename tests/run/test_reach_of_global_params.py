"""What [GlobalParams] and earlier spellings reach, and what they do not."""

from __future__ import annotations

import pytest
from alces.hit import DeckErrors

DECK = """
[GlobalParams]
  order = FIRST
  family = LAGRANGE
[]
[Mesh]
  type = GeneratedMesh
  dim = 2
[]
[Variables]
  [u]
  []
[]
[Kernels]
  [d]
    type = Diffusion
    variable = u
  []
  [f]
    type = BodyForce
    variable = u
    function = 'x^2 * y^2'
  []
[]
[BCs]
  [left]
    type = PresetBC
    variable = u
    boundary = left
    value = 0
  []
  [right]
    type = FunctionPresetBC
    variable = u
    boundary = right
    function = 0
  []
[]
[Postprocessors]
  [area]
    type = FunctionElementIntegral
    function = 'x^2 * y^2'
  []
[]
[Executioner]
  type = Steady
  %s
[]
"""


def test_orders_of_variables_are_not_orders_of_quadrature(problem):
    """One point per cell gives 1/16, two in each direction the exact 1/9."""
    whole = problem(DECK % "").run(write=False).isel(time=-1)
    assert float(whole["area"]) == pytest.approx(1 / 9, rel=1e-12)


def test_quadrature_of_the_deck_itself(problem):
    coarse = "[Quadrature]\norder = FIRST\n[]"
    with_block = problem(DECK % coarse).run(write=False).isel(time=-1)
    assert float(with_block["area"]) == pytest.approx(1 / 16, rel=1e-12)


def test_minus_one_lifts_the_limit_of_growth(problem):
    problem(DECK % "nl_div_tol = -1").run(write=False)
    with pytest.raises(DeckErrors, match="nl_div_tol"):
        problem(DECK % "nl_div_tol = -2")


def test_earlier_name_of_the_limiting_postprocessor(problem):
    stepper = """num_steps = 4
  [TimeStepper]
    type = IterationAdaptiveDT
    dt = 0.1
    postprocessor_dtlim = limit
  []
[]
[Postprocessors/limit]
  type = Receiver
  default = 0.25
"""
    steps = problem((DECK % stepper).replace("Steady", "Transient")).run(write=False).time.to_numpy()
    assert steps[1:] == pytest.approx([0.1, 0.3, 0.55, 0.8])
