"""Conventions that MOOSE's decks take for granted, on small problems with known answers."""

from __future__ import annotations

import alces
import numpy
import pytest
from alces.hit import DeckErrors
from alces_mechanics.postprocessors.normal_boundary_displacement import NormalBoundaryDisplacement

SQUARE = """
[GlobalParams]
  displacements = 'u v'
[]
[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = 3
  ny = 2
  use_displaced_mesh = false
[]
[Modules/TensorMechanics/Master]
  strain = SMALL
  [all]
    add_variables = true
    {master}
  []
[]
[Materials]
  [C]
    type = ComputeIsotropicElasticityTensor
    youngs_modulus = 10
    poissons_ratio = 0
  []
  [stress]
    type = ComputeLinearElasticStress
  []
[]
{more}
[Executioner]
  type = Steady
[]
"""


def problem(tmp_path, text):
    path = tmp_path / "deck.i"
    path.write_text(text)
    return alces.load(str(path))


def at(found, name, x, y):
    where = numpy.isclose(found["x"].values, x) & numpy.isclose(found["y"].values, y)
    return float(found[name].values[where].item())


def conditions(**values):
    """Dirichlet conditions ``u_left=3``."""
    blocks = [
        f"[{name}]\n type = DirichletBC\n variable = {name[0]}\n boundary = {name[2:]}\n value = {value}\n[]"
        for name, value in values.items()
    ]
    return "[BCs]\n" + "\n".join(blocks) + "\n[]\n"


def corners(p):
    mesh, u = p.model.mesh, p.snapshot().node["u"]
    found = {}
    for x in (0.0, 1.0):
        for y in (0.0, 1.0):
            found[x, y] = float(u[(mesh.points[:, 0] == x) & (mesh.points[:, 1] == y)].item())
    return found


def test_the_boundary_of_the_highest_id_wins_at_corners(tmp_path):
    """bottom 0, right 1, top 2, left 3, whatever the order of the deck."""
    more = conditions(u_left=3, u_top=2, u_right=1, u_bottom=0, v_left=0)
    p = problem(tmp_path, SQUARE.format(master="", more=more))
    p.run(write=False)
    assert corners(p) == {(0.0, 0.0): 3.0, (1.0, 0.0): 1.0, (0.0, 1.0): 3.0, (1.0, 1.0): 2.0}


def test_residuals_are_saved(tmp_path):
    """Pulling a bar of height 1 by 0.2 with E = 10: the right end feels the force 2, over its nodes."""
    more = conditions(u_left=0, u_right=0.2, v_bottom=0)
    more += "[AuxVariables]\n[fu]\n[]\n[fv]\n[]\n[]\n"
    p = problem(tmp_path, SQUARE.format(master="save_in = 'fu fv'", more=more))
    p.run(write=False)
    force, x = p.snapshot().node["fu"], p.model.mesh.points[:, 0]
    assert force[x == 1.0].sum() == pytest.approx(2.0)
    assert force[x == 0.0].sum() == pytest.approx(-2.0)
    numpy.testing.assert_allclose(force[(x > 0) & (x < 1)], 0.0, atol=1e-12)


def test_residuals_go_to_auxiliary_variables_of_the_same_family(tmp_path):
    more = (
        conditions(u_left=0)
        + "[AuxVariables]\n[fu]\n order = CONSTANT\n family = MONOMIAL\n[]\n[fv]\n[]\n[]\n"
    )
    with pytest.raises(DeckErrors, match="'fu' is no auxiliary variable of the same family"):
        problem(tmp_path, SQUARE.format(master="save_in = 'fu fv'", more=more))


def test_one_residual_for_each_displacement(tmp_path):
    with pytest.raises(DeckErrors, match="one variable for each displacement"):
        problem(tmp_path, SQUARE.format(master="save_in = fu", more=""))


def test_parameters_above_hold_for_all_blocks(tmp_path):
    text = SQUARE.format(master="", more=conditions(u_left=0))
    with pytest.raises(DeckErrors, match="FINITE is not supported"):
        problem(tmp_path, text.replace("strain = SMALL", "strain = FINITE"))
    own = text.replace("strain = SMALL", "strain = FINITE").replace(
        "add_variables", "strain = SMALL\nadd_variables"
    )
    problem(tmp_path, own)


def test_tensors_at_nodes_are_recovered_on_patches(tmp_path):
    """The stress of u = x^2 / 2, v = 0 is linear, 10 x: recovered exactly, also at corners."""
    master = "generate_output = stress_xx\nmaterial_output_family = LAGRANGE\nmaterial_output_order = FIRST"
    text = SQUARE.format(
        master=master, more="[ICs]\n[u]\n type = FunctionIC\n variable = u\n function = x^2/2\n[]\n[]\n"
    )
    p = problem(tmp_path, text.replace("ny = 2", "ny = 2\nelem_type = QUAD9"))
    p.auxiliaries.update(p.state, "TIMESTEP_END")
    numpy.testing.assert_allclose(p.snapshot().node["stress_xx"], 10 * p.model.mesh.points[:, 0], atol=1e-12)


def test_displacements_have_the_order_of_the_mesh(tmp_path):
    text = SQUARE.format(master="", more=conditions(u_left=0))
    assert problem(tmp_path, text).model.unknowns.n == 2 * 12
    assert problem(tmp_path, text.replace("ny = 2", "ny = 2\nelem_type = QUAD9")).model.unknowns.n == 2 * 35


@pytest.mark.parametrize(
    ("value_type", "want"),
    [("average", -0.5), ("absolute_average", 1.5), ("max", 1.0), ("absolute_max", 2.0)],
)
def test_normal_boundary_displacement(make, value_type, want):
    from alces.physics.sample import SamplePoints

    p = make(NormalBoundaryDisplacement, displacements="u v", boundary="x", value_type=value_type)
    q = SamplePoints(
        {"u": {"value": numpy.array([[5.0, 10.0]])}, "v": {"value": numpy.array([[-5.0, -7.5]])}},
        normal=(0.6, 0.8, 0.0),
        dual=False,
    )
    found = p.integrand(q)  # 3 - 4 = -1 and 6 - 6 = 0; shifted below to have both signs
    shift = SamplePoints(
        {"u": {"value": numpy.array([[-2.0, 1.0]])}, "v": {"value": 0.0}}, normal=(1.0, 0.0, 0.0), dual=False
    )
    assert numpy.abs(found).max() == 1.0
    reduce = numpy.mean if p.reduction == "average" else numpy.max
    assert reduce(p.integrand(shift)) == want


def test_nothing_is_solved_where_the_deck_says_so(tmp_path):
    text = """
[Problem]
  solve = false
[]
[Mesh]
  type = GeneratedMesh
  dim = 1
[]
[AuxVariables]
  [a]
    initial_condition = 3
  []
[]
[Postprocessors]
  [mean]
    type = ElementAverageValue
    variable = a
  []
[]
[Executioner]
  type = Steady
[]
"""
    assert float(problem(tmp_path, text).run(write=False)["mean"][-1]) == 3.0
    with pytest.raises(DeckErrors, match=r"no \[Variables\]"):
        problem(tmp_path, text.replace("solve = false", "solve = true"))


def test_simple_predictor(tmp_path):
    """u = t is predicted exactly from the second step on, so that Newton's method has nothing to do."""
    transient = """[Executioner]
  type = Transient
  num_steps = 3
  dt = 1
  nl_abs_tol = 1e-9
  [Predictor]
    type = SimplePredictor
    scale = 1
  []
"""
    more = (
        "[BCs]\n[a]\n type = FunctionDirichletBC\n variable = u\n boundary = right\n function = t\n[]\n[b]\n"
    )
    more += " type = DirichletBC\n variable = u\n boundary = left\n value = 0\n[]\n[c]\n type = DirichletBC\n"
    more += " variable = v\n boundary = bottom\n value = 0\n[]\n[]\n"
    text = SQUARE.format(master="", more=more).replace("[Executioner]\n  type = Steady\n", transient)
    p = problem(tmp_path, text)
    p.run(write=False)
    assert p.newton_iterations == 0
    with pytest.raises(DeckErrors, match="Predictor"):
        problem(tmp_path, text.replace("SimplePredictor", "AdamsPredictor"))
