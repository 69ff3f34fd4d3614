"""Vector postprocessors: what is in their tables and in which files they end."""

import csv

import numpy as np
import pytest
from alces.hit import DeckError, DeckErrors
from alces.mesh import bounding_box_subdomain, cells_on_line, generated
from alces_core.vectorpostprocessors.constant_vector_postprocessor import ConstantVectorPostprocessor
from alces_core.vectorpostprocessors.line_function_sampler import LineFunctionSampler
from alces_core.vectorpostprocessors.line_material_real_sampler import LineMaterialRealSampler

DECK = """
[Mesh]
  [square]
    type = GeneratedMeshGenerator
    dim = 2
    nx = 4
    ny = 2
    xmax = 4
    ymax = 2
  []
  [block]
    type = SubdomainBoundingBoxGenerator
    input = square
    bottom_left = '2 0 0'
    top_right = '4 2 0'
    block_id = 1
  []
[]
[Variables]
  [u]
    [InitialCondition]
      type = FunctionIC
      function = 'x + 10 * y'
    []
  []
[]
[AuxVariables]
  [c]
    family = MONOMIAL
    order = CONSTANT
    [InitialCondition]
      type = FunctionIC
      function = '100 * x'
    []
  []
[]
[Kernels]
  [rate]
    type = TimeDerivative
    variable = u
  []
[]
[Materials]
  [property]
    type = GenericFunctionMaterial
    prop_names = k
    prop_values = 'x*y'
  []
[]
[Functions]
  [ramp]
    type = ParsedFunction
    expression = '2 * x'
  []
  [plus]
    type = ParsedFunction
    expression = 'y + 1'
  []
[]
[Postprocessors]
  [mean]
    type = ElementAverageValue
    variable = u
    execute_on = 'INITIAL TIMESTEP_END'
  []
  [n]
    type = NumNodes
    execute_on = 'INITIAL TIMESTEP_END'
  []
[]
[VectorPostprocessors]
  [t]
    {}
  []
[]
[Executioner]
  type = Transient
  num_steps = 2
  dt = 0.5
[]
[Outputs]
  csv = true
[]
"""


@pytest.fixture
def table(problem):
    """``table("type = NodalValueSampler ...")``: the columns at the start."""

    def made(text):
        made = problem(DECK.replace("{}", text + "\n    execute_on = 'INITIAL TIMESTEP_END'"))
        made.postprocessing.update(made.state, "INITIAL")
        return made.postprocessing.vectors.tables["t"]

    return made


def test_values_at_the_nodes_of_a_boundary(table):
    found = table("type = NodalValueSampler\n variable = u\n boundary = 'right bottom'\n sort_by = y")
    assert list(found) == ["id", "u", "x", "y", "z"]  # by their names, as in MOOSE
    assert found["x"].tolist() == [0, 1, 2, 3, 4, 4, 4] and found["y"].tolist() == [0, 0, 0, 0, 0, 1, 2]
    np.testing.assert_allclose(found["u"], found["x"] + 10 * found["y"])


def test_nodes_have_the_numbers_that_the_cells_give_them(table):
    found = table("type = NodalValueSampler\n variable = u\n sort_by = id")
    assert found["id"].tolist() == list(range(15))
    np.testing.assert_allclose(found["x"][:4], [0, 1, 1, 0])  # those of the first cell first
    block = table("type = NodalValueSampler\n variable = u\n block = 1\n sort_by = x")
    assert len(block["u"]) == 9 and block["x"].min() == 2.0


def test_nodes_where_a_variable_does_not_live_are_left_out(problem):
    deck = DECK.replace("[Variables]\n  [u]", "[Variables]\n  [u]\n    block = 0").replace(
        "{}", "type = NodalValueSampler\n variable = u\n sort_by = x\n execute_on = INITIAL")
    made = problem(deck.replace("  [mean]\n    type = ElementAverageValue\n    variable = u",
                                "  [mean]\n    type = ElementAverageValue\n    variable = u\n    block = 0"))
    made.postprocessing.update(made.state, "INITIAL")
    assert made.postprocessing.vectors.tables["t"]["x"].max() == 2.0


def test_values_in_cells(table):
    found = table("type = ElementValueSampler\n variable = 'c u'\n sort_by = id")
    assert list(found) == ["c", "id", "u", "x", "y", "z"]
    assert found["id"].tolist() == list(range(8))
    np.testing.assert_allclose(found["c"], 100 * found["x"])
    np.testing.assert_allclose(found["u"], found["x"] + 10 * found["y"])
    assert set(found["x"]) == {0.5, 1.5, 2.5, 3.5}
    assert len(table("type = ElementValueSampler\n variable = c\n sort_by = x\n block = 1")["x"]) == 4


def test_values_on_sides(table):
    """Two Gauss points a side, of the cells at x = 4."""
    found = table("type = SideValueSampler\n variable = u\n boundary = right\n sort_by = y")
    a = 0.5 / 3**0.5
    np.testing.assert_allclose(found["y"], [0.5 - a, 0.5 + a, 1.5 - a, 1.5 + a])
    np.testing.assert_allclose(found["u"], 4 + 10 * found["y"])
    assert found["id"][0] == found["id"][1] != found["id"][2] == found["id"][3]


def test_values_at_points(table):
    """Two of them at the same place of their cells, one on a corner, in no order."""
    found = table("type = PointValueSampler\n variable = 'u c'\n sort_by = id\n"
                  "points = '3.25 1.5 0  0.25 0.5 0  2 1 0  0.3 0.1 0'")
    assert found["id"].tolist() == [0, 1, 2, 3]
    np.testing.assert_allclose(found["u"], [18.25, 5.25, 12, 1.3])
    assert found["c"][[0, 1, 3]].tolist() == [350, 50, 50]
    found = table("type = PointValueSampler\n variable = u\n sort_by = x\n points = '3 0 0 1 0 0'")
    assert found["id"].tolist() == [1, 0]
    with pytest.raises(DeckErrors, match=r"the point \(9, 0, 0\) is outside the mesh"):
        table("type = PointValueSampler\n variable = u\n sort_by = x\n points = '9 0 0'")


def test_properties_at_the_quadrature_points_along_a_line(table):
    found = table("type = LineMaterialRealSampler\n property = k\n sort_by = id\n"
                  "start = '0.5 0.5 0'\n end = '2.5 0.5 0'")
    assert len(found["k"]) == 3 * 4 and found["y"].max() < 1.0
    np.testing.assert_allclose(found["k"], found["x"] * found["y"])
    np.testing.assert_allclose(found["id"], found["x"] - 0.5)


@pytest.mark.parametrize(("kind", "start", "end", "cells"), [
    ("QUAD4", (0.5, 0.5, 0), (0.6, 0.5, 0), {0}),
    ("QUAD4", (0.5, 0.5, 0), (1.5, 1.5, 0), {0, 1, 2, 3}),  # through the common corner
    ("QUAD4", (0.5, 0.5, 0), (1.5, 0.6, 0), {0, 1}),
    ("QUAD4", (0.5, 1.0, 0), (0.7, 1.0, 0), {0, 2}),        # along a common edge
    ("QUAD4", (0.5, 0.5, -1), (0.5, 0.5, 1), {0}),          # across the plane
    ("QUAD4", (0.5, 0.5, 1), (0.5, 0.5, 2), set()),
    ("QUAD4", (0.5, 0.5, 1), (1.5, 0.5, 1), set()),
    ("HEX8", (0.5, 0.5, 0.5), (1.5, 0.5, 0.5), {0, 1}),
    ("EDGE2", (0.5, 0, 0), (3, 0, 0), {0, 1}),
    ("EDGE2", (0.5, 1, 0), (3, 1, 0), set()),
])  # fmt: skip
def test_cells_that_a_line_crosses(kind, start, end, cells):
    dim = {"EDGE2": 1, "QUAD4": 2, "HEX8": 3}[kind]
    mesh = generated(dim, 2, 2, 2, xmax=2, ymax=2, zmax=2)
    assert set(np.flatnonzero(cells_on_line(mesh, start, end))) == cells
    mesh = bounding_box_subdomain(mesh, (1, 0, 0), (2, 2, 2), 1)  # the cells in another order
    assert cells_on_line(mesh, start, end).sum() == len(cells)


def test_functions_along_a_line(make, status):
    sampler = make(LineFunctionSampler, functions="f g", start_point="1 0 0", end_point="4 4 0", num_points=3,
                   sort_by="id")
    found = sampler.compute(status(time=2.0))  # the stand-in's functions are x + 10 t
    assert list(found["id"]) == [0, 2.5, 5] and list(found["y"]) == [0, 2, 4]
    assert found["f"] == found["g"] == [21, 22.5, 24]


def test_functions_along_a_line_in_a_deck(table):
    found = table("type = LineFunctionSampler\n functions = 'ramp plus'\n start_point = '8 0 0'\n"
                  "end_point = '4 2 0'\n num_points = 2\n sort_by = x")
    assert {c: v.tolist() for c, v in found.items()} == {
        "id": [20**0.5, 0], "x": [4, 8], "y": [2, 0], "z": [0, 0], "ramp": [8, 16], "plus": [3, 1]}


def test_given_numbers(make, status):
    made = make(ConstantVectorPostprocessor, value="1 2; 3 4", vector_names="a b")
    assert made.compute(status()) == {"a": (1, 2), "b": (3, 4)}
    assert make(ConstantVectorPostprocessor, value="5").compute(status()) == {"value": (5,)}
    with pytest.raises(DeckError, match="a name for each of the 2 columns"):
        make(ConstantVectorPostprocessor, value="1; 2")
    with pytest.raises(DeckError, match="the same length"):
        make(ConstantVectorPostprocessor, value="1; 2 3", vector_names="a b")
    with pytest.raises(DeckError, match="is the start of the line"):
        make(LineMaterialRealSampler, property="k", start="0 0 0", end="0 0 0", sort_by="id")


def test_postprocessors_as_a_table(table):
    assert table("type = VectorOfPostprocessors\n postprocessors = 'n mean'") == {
        "t": pytest.approx(np.array([15, 12.0]))}


def test_volumes_by_value(table):
    """100 x in the cells is 50, 150, 250 and 350, each in a quarter of the area of 8; 350 is the end."""
    c = "type = VolumeHistogram\n variable = c\n"
    found = table(c + "min_value = -50\n max_value = 350\n bin_number = 4")
    assert found["c"].tolist() == [0, 100, 200, 300]
    np.testing.assert_allclose(found["n"], [0, 2, 2, 2])
    half = table(c.replace("= c", "= u") + "min_value = 0\n max_value = n\n bin_number = 1\n block = 1")
    assert half["u"].tolist() == [7.5] and half["n"][0] < 4.0
    with pytest.raises(DeckError, match="is 0, not above min_value, 15"):
        table("type = VolumeHistogram\n variable = u\n min_value = n\n max_value = 0")


def test_an_output_that_does_not_exist(table):
    with pytest.raises(DeckErrors, match="there is no output 'cvs'"):
        table("type = ConstantVectorPostprocessor\n value = 1\n outputs = cvs")


def rows(path):
    return [[float(a) for a in row] for row in list(csv.reader(path.open()))[1:]]


def test_files(problem, tmp_path):
    deck = DECK.replace("[VectorPostprocessors]", """[VectorPostprocessors]
  [all]
    type = ConstantVectorPostprocessor
    value = '1 2'
    contains_complete_history = true
  []
  [silent]
    type = ConstantVectorPostprocessor
    value = '1 2'
    outputs = none
  []""")
    made = problem(deck.replace("{}", "type = ConstantVectorPostprocessor\n value = '1 2'"))
    made.run()
    names = sorted(p.name for p in tmp_path.glob("*.csv"))
    assert names == ["deck_out.csv", "deck_out_all.csv", "deck_out_t_0001.csv", "deck_out_t_0002.csv"]
    assert rows(tmp_path / "deck_out_all.csv") == [[1], [2], [1], [2]]
    assert rows(tmp_path / "deck_out_t_0002.csv") == [[1], [2]]
