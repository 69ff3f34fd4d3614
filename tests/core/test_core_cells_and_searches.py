"""What is integrated over single cells, summed over steps, or searched for: whole problems, closed forms."""

from __future__ import annotations

import alces
import numpy
import pytest
from alces.hit import DeckError, DeckErrors
from alces.physics.sample import SamplePoints, partial_errors
from alces_core import further as core

DECK = """
[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = 2
  ny = 1
  xmax = 4
[]
[Variables]
  [u]
    [InitialCondition]
      type = FunctionIC
      function = 'x'
    []
  []
[]
[AuxVariables]
  [w]
    order = CONSTANT
    family = MONOMIAL
  []
  [n]
    [InitialCondition]
      type = FunctionIC
      function = '10 - y'
    []
  []
[]
%s
[Problem]
  solve = false
  kernel_coverage_check = false
[]
[Executioner]
  type = Transient
  num_steps = 2
  dt = 0.5
[]
"""


def aux(kind, lines="", variable="w"):
    return f"[AuxKernels]\n[a]\ntype = {kind}\nvariable = {variable}\n{lines}\n[]\n[]\n"


@pytest.mark.parametrize(
    ("kind", "lines", "want"),
    [
        ("VolumeAux", "", [2.0, 2.0]),
        ("VolumeAux", "boundary = right", [0.0, 1.0]),
        ("ElementLengthAux", "method = min", [1.0, 1.0]),
        ("ElementLengthAux", "method = max", [5**0.5, 5**0.5]),
        ("ElementLpNormAux", "coupled_variable = u", [(8 / 3) ** 0.5, (56 / 3) ** 0.5]),
        ("ElementLpNormAux", "coupled_variable = u\np = 1", [2.0, 6.0]),
        ("ElementL2ErrorFunctionAux", "coupled_variable = u\nfunction = 2", [(8 / 3) ** 0.5] * 2),
        ("ElementL2ErrorFunctionAux", "coupled_variable = u\nfunction = 2\np = 1", [2.0, 2.0]),
        # |x - 2|^2 + |(1, 0) - (0, 3)|^2 with f = 2 + 3 y at y - 1/2: + 9 y^2
        ("ElementH1ErrorFunctionAux", "coupled_variable = u\nfunction = 'x + 3*y'", [(6 + 18) ** 0.5] * 2),
    ],
)
def test_cell_integrals(problem, kind, lines, want):
    data = problem(DECK % aux(kind, lines)).run(write=False)
    numpy.testing.assert_allclose(data.w[-1], want, rtol=1e-12)


def test_a_cell_integral_needs_an_elemental_variable(problem):
    with pytest.raises((DeckError, DeckErrors), match="one value for each cell"):
        problem(DECK % aux("VolumeAux", variable="n")).run(write=False)


CELLS = """
[UserObjects]
[table]
type = PropertyReadFile
prop_file_name = cells.csv
nprop = 2
read_type = element
[]
[]
[Functions]
[f]
type = PiecewiseConstantFromCSV
read_prop_user_object = table
read_type = element
column_number = %d
[]
[]
"""


def test_numbers_for_every_cell(problem, tmp_path):
    (tmp_path / "cells.csv").write_text("# two columns\n1, 10\n2, 20\n")
    deck = DECK % (CELLS % 1 + aux("FunctionAux", "function = f"))
    assert problem(deck).run(write=False).w[-1].to_numpy().tolist() == [10.0, 20.0]
    integral = CELLS % 0 + pp("FunctionElementIntegral", "function = f")
    assert float(problem(DECK % integral).run(write=False).p[-1]) == pytest.approx(2 * 1 + 2 * 2)


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("1, 10\n", 0, "the file has 1 rows, but the mesh has a cell 1"),
        ("1, 10\n2, 20\n", 2, "no column 2"),
        ("1, 10\n2\n", 0, "row 2 has 1 entries, not 2"),
        ("1, 10\n2, b\n", 0, "could not convert string to float: 'b'"),
    ],
)
def test_numbers_that_do_not_fit(problem, tmp_path, text, column, message):
    (tmp_path / "cells.csv").write_text(text)
    with pytest.raises((DeckError, DeckErrors), match=message):
        problem(DECK % (CELLS % column + aux("FunctionAux", "function = f"))).run(write=False)


def test_exponents_below_one(make):
    with pytest.raises(DeckError, match="out of range"):
        make(core.ElementLpNormAux, variable="w", coupled_variable="u", p=0.5)


def test_sums_over_steps(problem):
    """Once a step, however often it is computed."""
    lines = "accumulate_from_variable = 'u 1'\nexecute_on = 'TIMESTEP_BEGIN TIMESTEP_END'"
    data = problem(DECK % aux("AccumulateAux", lines, "n")).run(write=False)
    numpy.testing.assert_allclose(data.n[-1], 10 - data.node_y + 2 * (data.node_x + 1))


RAMP = """
[Functions]
[ramp]
type = ParsedFunction
expression = 't^2'
[]
[]
[AuxVariables]
[v]
[]
[]
[AuxKernels]
[v]
type = FunctionAux
variable = v
function = ramp
[]
[a]
type = VariableTimeIntegrationAux
variable = w
variable_to_integrate = v
coefficient = 3
order = %d
[]
[]
"""


@pytest.mark.parametrize(("order", "want"), [(1, 3 * 0.5 * 1.25), (2, 3 * 0.5 * (0.25 + 0.5))])
def test_integral_over_time(problem, order, want):
    text = DECK.replace("[AuxVariables]\n  [w]", "[AuxVariables]\n  [v]\n  []\n  [w]")
    text %= (RAMP % order).replace("[AuxVariables]\n[v]\n[]\n[]\n", "")
    numpy.testing.assert_allclose(problem(text).run(write=False).w[-1], want)


def test_order_three_does_not_exist(make):
    with pytest.raises(DeckError, match="out of range"):
        make(core.VariableTimeIntegrationAux, variable="a", variable_to_integrate="v", order=3)


def pp(kind, lines):
    return f"[Postprocessors]\n[p]\ntype = {kind}\n{lines}\n[]\n[]\n"


@pytest.mark.parametrize(
    ("lines", "want"),
    [
        ("v = u\ntarget = 1.3\nstart_point = '0 0 0'\nend_point = '4 0 0'", 1.3),
        ("v = u\ntarget = 1.3\nstart_point = '4 1 0'\nend_point = '0 1 0'", 2.7),  # falls
        ("v = n\ntarget = 9.5\nstart_point = '1 0 0'\nend_point = '1 1 0'\ntol = 1e-6", 0.5),
        ("v = u\ntarget = 7\nstart_point = '0 0 0'\nend_point = '4 0 0'\nerror_if_not_found = false", -1.0),
        ("v = u\ntarget = 1.3\nstart_point = '0 0 0'\nend_point = '4 0 0'\ndepth = 2\n"
         "error_if_not_found = false\ndefault_value = 77", 77.0),
    ],
)
def test_value_on_a_line(problem, lines, want):
    data = problem(DECK % pp("FindValueOnLine", lines)).run(write=False)
    assert float(data.p[-1]) == pytest.approx(want, abs=1e-9)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("v = u\ntarget = 7\nstart_point = '0 0 0'\nend_point = '4 0 0'", "7 was not found on the line"),
        ("v = u\ntarget = 7\nstart_point = '0 0 0'\nend_point = '9 0 0'", "outside the mesh"),
    ],
)
def test_value_that_is_not_on_the_line(problem, lines, message):
    with pytest.raises((DeckError, DeckErrors), match=message):
        problem(DECK % pp("FindValueOnLine", lines)).run(write=False)


@pytest.mark.parametrize(("function", "want"), [("x - y", 4), ("x + y", 5), ("y - x", 3)])
def test_node_of_the_largest_value(problem, function, want):
    """Nodes are counted cell by cell, round each cell: 0 1 2 3 for the first, 4 5 more for the second."""
    text = DECK % pp("NodalMaxValueId", "variable = u")
    data = problem(text, f"Variables/u/InitialCondition/function={function}").run(write=False)
    assert float(data.p[-1]) == want


def test_weighted_average(problem):
    """Integral of x (1 + x) over that of 1 + x, on [0, 4]."""
    weight = """[Materials]
[h]
type = ParsedMaterial
property_name = h
coupled_variables = u
expression = '1 + u'
[]
[]
"""
    data = problem(DECK % (weight + pp("WeightedVariableAverage", "v = u\nweight = h"))).run(write=False)
    assert float(data.p[-1]) == pytest.approx((8 + 64 / 3) / (4 + 8))


MOVING = """
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 1
[]
[Variables]
  [u]
  []
[]
[Kernels]
  [a]
    type = InertialForce
    variable = u
    density = 1
  []
  [f]
    type = BodyForce
    variable = u
    value = 3
  []
[]
[AuxVariables]
  [acceleration]
  []
[]
[AuxKernels]
  [a]
    type = SecondTimeDerivativeAux
    variable = acceleration
    v = u
    factor = 2
    execute_on = TIMESTEP_END
  []
[]
[Postprocessors]
  [mean]
    type = ElementAverageSecondTimeDerivative
    variable = u
  []
  [change]
    type = RelativeSolutionDifferenceNorm
  []
[]
[Executioner]
  type = Transient
  num_steps = 3
  dt = 0.1
  [TimeIntegrator]
    type = NewmarkBeta
    beta = 0.25
    gamma = 0.5
  []
[]
"""


def test_acceleration_and_change(problem):
    data = problem(MOVING).run(write=False)
    u = data.u[:, 0].to_numpy()
    accelerations = [0.0]  # constant average acceleration, from rest
    velocity = 0.0
    for step in range(1, 4):
        a = 4.0 * (u[step] - u[step - 1] - 0.1 * velocity) / 0.01 - accelerations[-1]
        velocity += 0.05 * (a + accelerations[-1])
        accelerations.append(a)
    numpy.testing.assert_allclose(data["mean"][1:], accelerations[1:], rtol=1e-6)
    numpy.testing.assert_allclose(data.acceleration[-1], 2.0 * accelerations[-1], rtol=1e-6)
    numpy.testing.assert_allclose(data.change[2:], (u[2:] - u[1:-1]) / u[2:], rtol=1e-9)


def test_normal_derivative_by_penalty(make):
    class Known:
        def gradient(self, q):
            from alces.ad import Vector

            return Vector(2.0, 9.0)

    fields = {"u": {"grad": (5.0, -1.0)}}
    bc = make(core.FunctionPenaltyFluxBC, variable="u", boundary="top", penalty=10, function="f")
    options = {"functions": {"f": Known()}, "normal": (0.6, 0.8, 0.0)}
    difference = 0.6 * (5 - 2) + 0.8 * (-1 - 9)
    found = [float(getattr(c, "v", c)) for c in bc.flux(SamplePoints(fields, **options))]
    assert found == pytest.approx([10 * difference * 0.6, 10 * difference * 0.8, 0.0])
    assert partial_errors(bc.flux, fields, **options) < 1e-12


@pytest.mark.parametrize(
    ("params", "want"),
    [
        ({"v": "a b c d"}, 2 + 10 * 3 + 100 * 5 + 1000 * 7),
        ({"v": "a"}, 2.0),
        ({"v": "a b", "parameter_order": "TZXY"}, 1000 * 2 + 100 * 3),
        ({"v": "4 b"}, 4 + 10 * 3),
    ],
)
def test_function_of_variables(make, params, want):
    fields = {name: {"value": value} for name, value in zip("abcd", (2.0, 3.0, 5.0, 7.0), strict=True)}
    options = {"functions": {"f": lambda x, y, z, t: x + 10 * y + 100 * z + 1000 * t}, "x": 99.0, "t": 99.0}
    material = make(core.CoupledValueFunctionMaterial, prop_name="P", function="f", **params)
    assert material.provides() == {"P": "scalar"}
    assert float(material.properties(SamplePoints(fields, dual=False, **options))["P"]) == want
    assert partial_errors(lambda q: material.properties(q)["P"], fields, **options) < 1e-12


def test_orders_that_are_none(make):
    for wrong in ("XYZ", "XYZX", "ABCD"):
        with pytest.raises(DeckError, match="no order of the letters"):
            make(core.CoupledValueFunctionMaterial, prop_name="P", function="f", v="a", parameter_order=wrong)
    with pytest.raises(DeckError, match="one to four"):
        make(core.CoupledValueFunctionMaterial, prop_name="P", function="f", v="a b c d f")


def test_old_names(problem):
    flux = pp("SideFluxIntegral", "variable = u\ndiffusivity = 2\nboundary = right")
    assert float(problem(DECK % flux).run(write=False).p[-1]) == pytest.approx(-2.0)


def test_tensor_entry(make):
    tensor = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]]
    entry = make(core.MaterialRealTensorValueAux, variable="w", property="T", row=1, column=2, factor=10,
                 offset=1)
    assert entry.value(SamplePoints({}, properties={"T": alces.ad.Tensor(tensor)})) == 61.0
