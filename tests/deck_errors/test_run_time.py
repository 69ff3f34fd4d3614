"""Mistakes that only a mesh or a run shows, and runs that do not converge."""

from __future__ import annotations

from pathlib import Path

import alces
import pytest
from alces.cli.main import main
from alces.hit import DeckErrors

TWO_BLOCKS = """\
[Mesh]
  [line]
    type = GeneratedMeshGenerator
    dim = 1
    nx = 8
  []
  [right]
    type = SubdomainBoundingBoxGenerator
    input = line
    block_id = 1
    block_name = metal
    bottom_left = '0.5 0 0'
    top_right = '1 1 0'
  []
[]
[Variables]
  [T]
  []
  [c]
    block = metal
  []
[]
[Kernels]
  [T]
    type = MatDiffusion
    variable = T
    diffusivity = k
  []
  [c]
    type = Diffusion
    variable = c
  []
[]
[Materials]
  [k]
    type = GenericConstantMaterial
    prop_names = k
    prop_values = 1
  []
[]
[BCs]
  [left]
    type = DirichletBC
    variable = T
    boundary = left
    value = 1
  []
  [right]
    type = DirichletBC
    variable = c
    boundary = right
    value = 1
  []
[]
[Executioner]
  type = Steady
[]
"""


def mistakes(tmp_path: Path, *changes: tuple[str, str]) -> list[tuple[str, str]]:
    """(place, message) of the deck with some texts replaced; nothing if it runs."""
    text = TWO_BLOCKS
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    path = tmp_path / "two.i"
    path.write_text(text)
    try:
        alces.load(str(path)).run(write=False)
    except DeckErrors as errors:
        return [(f"{e.location.line}:{e.location.column}", e.message) for e in errors.errors]
    return []


def test_kernels_act_where_their_variable_lives(tmp_path: Path) -> None:
    assert mistakes(tmp_path) == []


def test_property_missing_on_a_block(tmp_path: Path) -> None:
    assert mistakes(tmp_path, ("prop_values = 1", "prop_values = 1\n    block = metal")) == [
        ("27:19", "[Kernels/T] acts on block 0, without material property 'k'")
    ]


def test_variable_missing_on_a_block(tmp_path: Path) -> None:
    force = "[f]\n    type = CoupledForce\n    variable = T\n    v = c\n  []\n  [c]\n    type = Diff"
    assert mistakes(tmp_path, ("[c]\n    type = Diff", force)) == [
        ("32:9", "[Kernels/f] acts on block 0, without variable 'c'")
    ]
    assert (
        mistakes(tmp_path, ("[c]\n    type = Diff", force.replace("v = c", "v = c\n    block = metal"))) == []
    )


def test_property_that_only_a_formula_asks_for(tmp_path: Path) -> None:
    parsed = (
        "[k]\n    type = ParsedMaterial\n    property_name = k\n    expression = '2*kapa'\n"
        "    material_property_names = kapa\n  []\n  [more]\n    type = GenericConstantMaterial\n"
        "    prop_names = kappa\n    prop_values = 1"
    )
    found = mistakes(
        tmp_path, ("[k]\n    type = GenericConstantMaterial\n    prop_names = k\n    prop_values = 1", parsed)
    )
    assert found == [("24:3", "[Kernels/T]: no material provides the property 'kapa' on block 0")]


def test_unknown_final_mesh_generator(tmp_path: Path) -> None:
    assert mistakes(tmp_path, ("[Mesh]\n", "[Mesh]\n  final_generator = lin\n"))[0] == (
        "2:21",
        "the mesh 'lin' is made by no block of [Mesh]",
    )


def test_misspelt_parameter_of_a_mesh_with_generators(tmp_path: Path) -> None:
    assert mistakes(tmp_path, ("[Mesh]\n", "[Mesh]\n  uniform_refin = 1\n"))[0] == (
        "2:3",
        "unused parameter 'Mesh/uniform_refin'",
    )


@pytest.mark.parametrize("name", ["left", "top"])
def test_condition_on_a_boundary_that_a_line_has_or_has_not(tmp_path: Path, name: str) -> None:
    found = mistakes(tmp_path, ("boundary = left", f"boundary = {name}"))
    assert [m for _, m in found] == (
        [] if name == "left" else ["[BCs/left]: unknown boundary 'top'; the mesh has: left (0), right (1)"]
    )


DIVERGES = """\
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 4
[]
[Variables]
  [u]
  []
[]
[Kernels]
  [rate]
    type = TimeDerivative
    variable = u
  []
  [flux]
    type = Diffusion
    variable = u
  []
  [source]
    type = BodyForce
    variable = u
    function = 'if(t > 0.21, sqrt(-1), 1)'
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
[]
[Executioner]
  type = Transient
  dt = 0.1
  dtmin = 0.02
  num_steps = 5
[]
[Outputs]
  csv = true
[]
"""


def test_no_convergence_is_exit_code_3_and_keeps_the_results(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    Path("run.i").write_text(DIVERGES)
    assert main(["-i", "run.i"]) == 3
    told = capsys.readouterr()
    assert "step 3 at t = 0.2 did not converge" in told.err
    assert "the residual is not a number" in told.err
    assert "dtmin = 0.02" in told.err
    assert "Traceback" not in told.err
    assert told.out.count(" failed: ") == 3  # 0.1 -> 0.05 (too long), -> 0.025, -> below dtmin
    rows = [row.split(",") for row in Path("run_out.csv").read_text().split()]
    assert [float(row[0]) for row in rows[1:3]] == [0.0, 0.1]
    assert rows[0] == ["time", "mean"]
    assert float(rows[3][0]) == pytest.approx(0.2)


def test_steady_problem_without_a_solution_is_exit_code_3(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    transient = "  type = Transient\n  dt = 0.1\n  dtmin = 0.02\n  num_steps = 5\n"
    deck = DIVERGES.replace(transient, "  type = Steady\n").replace("if(t > 0.21, sqrt(-1), 1)", "sqrt(-1)")
    deck = deck.replace("  [rate]\n    type = TimeDerivative\n    variable = u\n  []\n", "")
    Path("run.i").write_text(deck)
    assert main(["-i", "run.i"]) == 3
    assert "the steady solve did not converge: the residual is not a number" in capsys.readouterr().err


def test_missing_mesh_file_names_the_nearest_one(tmp_path: Path) -> None:
    (tmp_path / "plate.e").write_text("")
    path = tmp_path / "two.i"
    rest = "[Variables]\n  [u]\n  []\n[]\n[Executioner]\n  type = Steady\n[]\n"
    path.write_text("[Mesh]\n  file = plaet.e\n[]\n" + rest)
    with pytest.raises(DeckErrors) as caught:
        alces.load(str(path))
    (error,) = caught.value.errors
    assert (error.location.line, error.location.column) == (2, 10)
    assert error.message.endswith("plaet.e'; did you mean 'plate.e'?")
