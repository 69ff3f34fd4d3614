"""Vector postprocessors, material properties in the results, postprocessors inside the solve."""

import csv

import netCDF4
import numpy
import pytest
from alces.hit import DeckErrors

DECK = """
[Mesh]
  [line]
    type = GeneratedMeshGenerator
    dim = 1
    nx = 4
    xmax = 2
  []
  [right]
    type = SubdomainBoundingBoxGenerator
    input = line
    block_id = 1
    bottom_left = '1 0 0'
    top_right = '2 0 0'
  []
[]
[Variables]
  [u]
  []
[]
[Kernels]
  [u]
    type = Diffusion
    variable = u
  []
[]
[BCs]
  [left]
    type = DirichletBC
    variable = u
    boundary = left
    value = 0
  []
  [right]
    type = DirichletBC
    variable = u
    boundary = right
    value = 4
  []
[]
[Materials]
  [a]
    type = GenericFunctionMaterial
    prop_names = 'p q'
    prop_values = 'x t'
    block = 1
    outputs = exodus
    output_properties = p
  []
[]
[VectorPostprocessors]
  [line]
    type = LineValueSampler
    variable = u
    start_point = '2 0 0'
    end_point = '0 0 0'
    num_points = 5
    sort_by = x
  []
[]
[Executioner]
  type = Transient
  num_steps = 2
[]
[Outputs]
  exodus = true
  [table]
    type = CSV
    time_data = true
  []
[]
"""


def rows(path):
    with open(path) as file:
        return [{name: float(text) for name, text in row.items()} for row in csv.DictReader(file)]


def test_a_line_of_values(problem, tmp_path):
    """u = 2 x; rows by x, ids count from the start of the line, which is at x = 2."""
    problem(DECK).run()
    found = rows(tmp_path / "deck_table_line_0002.csv")
    assert list(found[0]) == ["id", "u", "x", "y", "z"]
    numpy.testing.assert_allclose([r["x"] for r in found], [0, 0.5, 1, 1.5, 2])
    numpy.testing.assert_allclose([r["id"] for r in found], [2, 1.5, 1, 0.5, 0])
    numpy.testing.assert_allclose([r["u"] for r in found], [0, 1, 2, 3, 4], atol=1e-12)
    assert rows(tmp_path / "deck_table_line_time.csv") == [
        {"time": 1, "timestep": 1},
        {"time": 2, "timestep": 2},
    ]


def test_the_final_table_has_the_number_after_the_last_step(problem, tmp_path):
    problem(DECK, "Outputs/table/execute_on=FINAL").run()
    assert [p.name for p in tmp_path.glob("*_line_0*")] == ["deck_table_line_0003.csv"]


def test_points_outside_the_mesh_are_an_error(problem):
    with pytest.raises(DeckErrors) as caught:
        problem(DECK, "VectorPostprocessors/line/end_point=-1 0 0").run()
    assert "outside the mesh" in caught.value.render()


def test_chosen_properties_are_written_on_their_blocks(problem, tmp_path):
    """p = x: its averages in the cells [1, 1.5] and [1.5, 2]; 0 on the block without the material."""
    problem(DECK).run()
    data = netCDF4.Dataset(tmp_path / "deck_out.e")
    names = [b"".join(row.compressed()).rstrip(b"\0").decode() for row in data["name_elem_var"][:]]
    assert names == ["p"]
    numpy.testing.assert_allclose(data["vals_elem_var1eb1"][1], 0.0)
    numpy.testing.assert_allclose(data["vals_elem_var1eb2"][1], [1.25, 1.75])


@pytest.mark.parametrize(
    ("override", "message"),
    [
        ("Materials/a/outputs=exodos", "there is no output 'exodos'"),
        ("Materials/a/output_properties=s", "does not provide the property 's'"),
        ("Materials/a/prop_names=u q", "there is a variable of that name"),
    ],
)
def test_mistakes(problem, override, message):
    with pytest.raises(DeckErrors) as caught:
        problem(DECK, override, *(["Materials/a/output_properties=u"] if "=u q" in override else []))
    assert message in caught.value.render()


def test_a_postprocessor_that_changes_during_the_solve(problem):
    """-u'' = P with P = t, refreshed in each residual: u(1/2) = P/8 = 0.25 at t = 2 on the unit line."""
    p = problem("""
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 2
[]
[Variables]
  [u]
  []
[]
[Kernels]
  [u]
    type = Diffusion
    variable = u
  []
  [f]
    type = BodyForce
    variable = u
    postprocessor = ramp
  []
[]
[Postprocessors]
  [ramp]
    type = FunctionValuePostprocessor
    function = t
    execute_on = LINEAR
  []
[]
[BCs]
  [ends]
    type = DirichletBC
    variable = u
    boundary = 'left right'
    value = 0
  []
[]
[Executioner]
  type = Transient
  num_steps = 2
[]
""")
    p.run(write=False)
    assert max(p.state.u) == pytest.approx(0.25)
