"""Functions at other places than the points: repeated ones, and those of variables."""

from __future__ import annotations

import numpy
import pytest

DECK = """
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 4
  xmax = 4
[]
[Variables]
  [u]
    [InitialCondition]
      type = FunctionIC
      function = x
    []
  []
[]
[AuxVariables]
  [w]
  []
[]
[Functions]
  [base]
    type = ParsedFunction
    expression = 'x + 10*t'
  []
  [wave]
    type = PeriodicFunction
    base_function = base
    period_x = 3
    period_time = 2
  []
[]
[AuxKernels]
  [w]
    type = FunctionAux
    variable = w
    function = wave
  []
[]
[Materials]
  [p]
    type = CoupledValueFunctionMaterial
    prop_name = p
    function = base
    v = 'u 7'
    parameter_order = TXYZ
  []
[]
[Postprocessors]
  [p]
    type = ElementAverageMaterialProperty
    mat_prop = p
  []
[]
[Problem]
  solve = false
  kernel_coverage_check = false
[]
[Executioner]
  type = Transient
  dt = 1.5
  num_steps = 2
[]
"""


def test_repeated_function(problem):
    data = problem(DECK).run(write=False)
    numpy.testing.assert_allclose(data.w[1], numpy.array([0, 1, 2, 0, 1]) + 15.0)
    numpy.testing.assert_allclose(data.w[2], numpy.array([0, 1, 2, 0, 1]) + 10.0)  # t = 3 is 1 again


def test_function_of_a_variable(problem):
    """u takes the place of t, 7 that of x: the mean of 7 + 10 u is 27."""
    assert float(problem(DECK).run(write=False).p[-1]) == pytest.approx(27.0)
