"""Conduction with tensors, and the conductivity of mixtures."""

from __future__ import annotations

import alces_heat as heat
import numpy
import pytest
from alces.ad import Tensor, value
from alces.hit import DeckError
from alces.physics.sample import SamplePoints

FIELDS = {"T": {"value": 400.0, "grad": (3.0, -1.0)}, "X": {"grad": (0.5, 0.25)}, "Y": {"grad": (-0.5, 2.0)}}
K = Tensor([[1.0, 2.0, 0.0], [3.0, 4.0, 0.0], [0.0, 0.0, 5.0]])


def test_heat_flows_where_the_tensor_sends_it(make):
    q = SamplePoints(FIELDS, properties={"thermal_conductivity": K})
    flux = make(heat.AnisoHeatConduction, variable="T").flux(q)
    assert [value(c) for c in flux] == pytest.approx([3.0 - 2.0, 9.0 - 4.0, 0.0])
    driven = make(heat.AnisoHomogenizedHeatConduction, variable="T", component=1).flux(q)
    assert list(driven) == [2.0, 4.0, 0.0]


def test_a_gradient_of_one_drives_heat(make):
    q = SamplePoints(FIELDS, properties={"thermal_conductivity": 7.0})
    assert list(make(heat.HomogenizedHeatConduction, variable="T", component=1).flux(q)) == [0.0, 7.0, 0.0]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2", [[2, 0, 0], [0, 2, 0], [0, 0, 2]]),
        ("2 3 4", [[2, 0, 0], [0, 3, 0], [0, 0, 4]]),
        ("1 2 3 4 5 6", [[1, 6, 5], [6, 2, 4], [5, 4, 3]]),
        ("1 2 3 4 5 6 7 8 9", [[1, 4, 7], [2, 5, 8], [3, 6, 9]]),  # columns
    ],
)
def test_lists_of_conductivities(make, given, expected):
    m = make(heat.AnisoHeatConductionMaterial, thermal_conductivity=given, specific_heat=3)
    found = m.properties(SamplePoints({}))
    assert found["thermal_conductivity"].c == tuple(tuple(map(float, row)) for row in expected)
    assert found["specific_heat"] == 3.0


def test_conductivity_and_heat_that_depend_on_temperature(make):
    m = make(
        heat.AnisoHeatConductionMaterial, base_name="fuel", thermal_conductivity="2 3 4", temperature="T",
        reference_temperature=300, specific_heat="cp",
        thermal_conductivity_temperature_coefficient_function="slope",
    )  # fmt: skip
    functions = {"cp": lambda x, y, z, t: 2.0 * t, "slope": lambda x, y, z, t: 1e-5 * t}
    q = SamplePoints(FIELDS, functions=functions, dual=False)
    found = m.properties(q)
    assert found["fuel_specific_heat"] == 800.0
    assert found["fuel_thermal_conductivity"][1, 1] == pytest.approx(3.0 * (1.0 + 0.004 * 100.0))


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"thermal_conductivity": "1 2", "specific_heat": 1}, "1, 3, 6 or 9 entries"),
        ({"thermal_conductivity": "1", "specific_heat": "cp"}, "needs temperature"),
    ],
)
def test_wrong_materials_are_refused(make, params, message):
    with pytest.raises(DeckError, match=message):
        make(heat.AnisoHeatConductionMaterial, **params)


def test_effective_conductivity_at_a_point(make):
    """(k (grad chi_1 + e_1))_0 = 2 * (-0.5) of a scalar, 1 * (-0.5) + 2 * (1 + 2) of the tensor."""
    given = {"chi": "X Y", "row": 0, "col": 1, "scale_factor": 10}
    scalar = make(heat.HomogenizedThermalConductivity, **given)
    q = SamplePoints(FIELDS, properties={"thermal_conductivity": 2.0}, dual=False)
    assert scalar.integrand(q) == pytest.approx(-10.0)
    tensor = make(heat.HomogenizedThermalConductivity, is_tensor="true", **given)
    q = SamplePoints(FIELDS, properties={"thermal_conductivity": K}, dual=False)
    assert tensor.integrand(q) == pytest.approx(10.0 * (-0.5 + 6.0))


def test_a_direction_beyond_the_corrections_is_refused(make):
    with pytest.raises(DeckError, match="must be below 2"):
        make(heat.HomogenizedThermalConductivity, chi="X Y", row=2, col=0)


LAMINATE = """
[Mesh]
  [square]
    type = GeneratedMeshGenerator
    dim = 2
    nx = 4
    ny = 2
  []
  [half]
    type = SubdomainBoundingBoxGenerator
    input = square
    bottom_left = '0.5 0 0'
    top_right = '1 1 0'
    block_id = 1
  []
  [pin]
    type = ExtraNodesetGenerator
    input = half
    coord = '0 0'
    new_boundary = pin
  []
[]
[Variables]
  [X]
  []
  [Y]
  []
[]
[Kernels]
  [x]
    type = {aniso}HeatConduction
    variable = X
  []
  [y]
    type = {aniso}HeatConduction
    variable = Y
  []
  [drive_x]
    type = {aniso}HomogenizedHeatConduction
    variable = X
    component = 0
  []
  [drive_y]
    type = {aniso}HomogenizedHeatConduction
    variable = Y
    component = 1
  []
[]
[BCs]
  [Periodic]
    [all]
      variable = 'X Y'
      auto_direction = 'x y'
    []
  []
  [pin_X]
    type = DirichletBC
    variable = X
    boundary = pin
    value = 0
  []
  [pin_Y]
    type = DirichletBC
    variable = Y
    boundary = pin
    value = 0
  []
[]
[Materials]
  [first]
    type = {aniso}HeatConductionMaterial
    block = 0
    thermal_conductivity = 10
    specific_heat = 1
  []
  [second]
    type = {aniso}HeatConductionMaterial
    block = 1
    thermal_conductivity = 100
    specific_heat = 1
  []
[]
[Postprocessors]
  [k_xx]
    type = HomogenizedThermalConductivity
    chi = 'X Y'
    row = 0
    col = 0
    is_tensor = {tensor}
  []
  [k_yy]
    type = HomogenizedThermalConductivity
    chi = 'X Y'
    row = 1
    col = 1
    is_tensor = {tensor}
  []
[]
[Executioner]
  type = Steady
[]
"""


@pytest.mark.parametrize(("aniso", "tensor"), [("", "false"), ("Aniso", "true")])
def test_layers_conduct_in_series_and_in_parallel(problem, aniso, tensor):
    p = problem(LAMINATE.format(aniso=aniso, tensor=tensor))
    p.run()
    found = p.state.postprocessors
    assert found["k_xx"] == pytest.approx(1.0 / (0.5 / 10 + 0.5 / 100), rel=1e-9)
    assert found["k_yy"] == pytest.approx(55.0, rel=1e-9)
    assert numpy.abs(p.state.u).max() > 0.1


AXIS = """
[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = 2
  ny = 3
  ymax = 3
[]
[Problem]
  coord_type = RZ
[]
[Variables]
  [T]
    [InitialCondition]
      type = FunctionIC
      function = 'x + y'
    []
  []
[]
[Kernels]
  [heat]
    type = Diffusion
    variable = T
  []
[]
[Postprocessors]
  [axis]
    type = AxisymmetricCenterlineAverageValue
    variable = T
    boundary = left
    execute_on = INITIAL
  []
  [outside]
    type = SideAverageValue
    variable = T
    boundary = right
    execute_on = INITIAL
  []
[]
[Executioner]
  type = Steady
[]
"""


def test_the_average_along_the_axis_of_symmetry(problem):
    p = problem(AXIS)
    p.run()
    assert p.state.postprocessors["axis"] == pytest.approx(1.5)
    assert p.state.postprocessors["outside"] == pytest.approx(2.5)
