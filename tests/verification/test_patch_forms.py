"""Solid elements: the patch test, and which motions cause no forces."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from alces.mesh import generated, order_second
from alces.output import ExodusWriter, RunInfo

CORNERS = {"TRI6": "TRI3", "QUAD8": "QUAD4", "QUAD9": "QUAD4", "TET10": "TET4", "HEX20": "HEX8",
           "HEX27": "HEX8"}  # fmt: skip
CELLS = ["TRI3", "TRI6", "QUAD4", "QUAD8", "QUAD9", "TET4", "TET10", "HEX8", "HEX20", "HEX27"]
CASES = [(cell, "false") for cell in CELLS] + [(cell, "true") for cell in ("TRI3", "QUAD4", "TET4", "HEX8")]
SIDES = {2: "left right bottom top", 3: "left right bottom top back front"}


def dimension(cell):
    return 2 if cell.startswith(("TRI", "QUAD")) else 3


def distorted(cell, n, file, inner_only=True):
    """An Exodus file of a box of n cells each way, from x = 0.5 on, whose corners are moved at random.

    The sides of the cells are straight.
    """
    size = 0.1 if cell.startswith("TET") else 0.2
    corners = CORNERS.get(cell, cell)
    dim = dimension(cell)
    mesh = generated(dim, n, n, n, 0.5, 1.5, elem_type=corners)
    x = mesh.points
    moves = np.random.default_rng(4).uniform(-size / n, size / n, x.shape)
    moves[:, dim:] = 0
    if inner_only:
        outside = (x < [0.5 + 1e-9, 1e-9, 1e-9]) | (x > [1.5 - 1e-9, 1 - 1e-9, 1 - 1e-9])
        moves[outside[:, :dim].any(axis=1)] = 0
    mesh = replace(mesh, points=x + moves)
    if cell != corners:
        mesh = order_second(mesh, full=cell not in ("QUAD8", "HEX20"))
    assert [block.cell_type for block in mesh.blocks] == [cell]
    writer = ExodusWriter()
    writer.open(mesh, [], RunInfo(file, "distorted", "", {}))
    writer.close()
    return f"type = FileMesh\n file = {file}.e"


DECK = """
[GlobalParams]
  displacements = '{displacements}'
  volumetric_locking_correction = {correction}
[]
[Mesh]
  {mesh}
[]
[Problem]
  coord_type = {coordinates}
[]
[Variables]
  {variables}
[]
[Physics/SolidMechanics/QuasiStatic/all]
[]
[Materials]
  [elasticity]
    type = ComputeIsotropicElasticityTensor
    youngs_modulus = 10
    poissons_ratio = 0.3
  []
  [stress]
    type = ComputeLinearElasticStress
  []
[]
[Executioner]
  type = Steady
  solve_type = NEWTON
  nl_rel_tol = 1e-12
  nl_abs_tol = 1e-13
[]
"""


def deck(cell, mesh, correction="false", coordinates="XYZ", names=None):
    names = names or ["u", "v", "w"][: dimension(cell)]
    order = "FIRST" if cell not in CORNERS else "SECOND"
    return DECK.format(displacements=" ".join(names), correction=correction, mesh=mesh,
                       coordinates=coordinates,
                       variables="\n".join(f"[{u}]\n order = {order}\n []" for u in names))  # fmt: skip


def conditions(names, functions, sides):
    return "\n".join(
        f"[BCs/{u}]\n type = FunctionDirichletBC\n variable = {u}\n boundary = '{sides}'\n"
        f" function = '{f}'\n[]"
        for u, f in zip(names, functions, strict=True)
    )


def stress_extremes(components):
    return "\n".join(
        f"[Materials/s{i}{j}]\n type = RankTwoCartesianComponent\n property_name = s{i}{j}\n"
        f" rank_two_tensor = stress\n index_i = {i}\n index_j = {j}\n[]\n"
        + "".join(
            f"[Postprocessors/{end}{i}{j}]\n type = ElementExtremeMaterialProperty\n mat_prop = s{i}{j}\n"
            f" value_type = {end}\n[]\n"
            for end in ("min", "max")
        )
        for i, j in components
    )


def hooke(strain):
    lame, shear = 10 * 0.3 / (1.3 * 0.4), 10 / 2.6
    return lame * np.trace(strain) * np.eye(3) + 2 * shear * strain


GRADIENT = np.array([[0.3, -0.2, 0.1], [0.5, -0.4, 0.25], [-0.15, 0.35, 0.2]])


@pytest.mark.parametrize("cell, correction", CASES)
def test_a_linear_displacement_is_met_exactly(cell, correction, problem, tmp_path):
    """Prescribed outside, solved for inside; with the stress of Hooke's law everywhere."""
    dim = dimension(cell)
    mesh = distorted(cell, 3 if dim == 2 else 2, str(tmp_path / "mesh"))
    names, gradient = ["u", "v", "w"][:dim], GRADIENT.copy()
    gradient[dim:], gradient[:, dim:] = 0, 0
    functions = [f"({a!r})*x + ({b!r})*y + ({c!r})*z" for a, b, c in gradient.tolist()]
    components = [(0, 0), (1, 1), (2, 2), (0, 1), (0, 2)]
    text = deck(cell, mesh, correction) + conditions(names, functions[:dim], SIDES[dim])
    p = problem(text + stress_extremes(components))
    p.run(write=False)
    for i in range(dim):
        found = p.model.unknowns.node_values(i, p.state.u)
        np.testing.assert_allclose(found, p.model.mesh.points @ gradient[i], atol=1e-12)
    stress = hooke((gradient + gradient.T) / 2)
    for i, j in components:
        for end in ("min", "max"):
            assert p.state.postprocessors[f"{end}{i}{j}"] == pytest.approx(stress[i, j], abs=1e-11)


@pytest.mark.parametrize("cell, correction", [case for case in CASES if dimension(case[0]) == 2])
def test_a_uniform_strain_about_the_axis(cell, correction, problem, tmp_path):
    """RZ: u = 0.3 r, v = -0.4 z."""
    mesh = distorted(cell, 3, str(tmp_path / "mesh"))
    text = deck(cell, mesh, correction, "RZ") + conditions(["u", "v"], ["0.3*x", "-0.4*y"], SIDES[2])
    p = problem(text + stress_extremes([(0, 0), (1, 1), (2, 2)]))
    p.run(write=False)
    for i, factor in enumerate((0.3, -0.4)):
        found = p.model.unknowns.node_values(i, p.state.u)
        np.testing.assert_allclose(found, factor * p.model.mesh.points[:, i], atol=1e-12)
    stress = np.diag(hooke(np.diag([0.3, -0.4, 0.3])))
    for i in range(3):
        for end in ("min", "max"):
            assert p.state.postprocessors[f"{end}{i}{i}"] == pytest.approx(stress[i], abs=1e-11)


MODES = [(cell, correction, "XYZ", 3 if dimension(cell) == 2 else 6) for cell, correction in CASES]
MODES += [(cell, correction, "RZ", 1) for cell, correction in CASES if dimension(cell) == 2]


@pytest.mark.parametrize("cell, correction, coordinates, rigid", MODES)
def test_only_rigid_motions_cause_no_forces(cell, correction, coordinates, rigid, problem, tmp_path):
    """The stiffness of one distorted cell (of 24 tetrahedra): as many zeros as rigid motions."""
    mesh = distorted(cell, 1, str(tmp_path / "mesh"), inner_only=False)
    p = problem(deck(cell, mesh, correction, coordinates))
    stiffness = p.jacobian().toarray()
    np.testing.assert_allclose(stiffness, stiffness.T, atol=1e-12 * np.abs(stiffness).max())
    values = np.linalg.eigvalsh(stiffness)
    assert np.abs(values[:rigid]).max() < 1e-13 * values[-1]
    assert values[rigid] > 1e-3 * values[-1]


def test_a_sphere_has_no_rigid_motion(problem):
    mesh = "type = GeneratedMesh\n dim = 1\n nx = 3\n xmin = 0.5\n xmax = 1.5"
    p = problem(deck("EDGE2", mesh, "false", "RSPHERICAL", ["u"]))
    values = np.linalg.eigvalsh(p.jacobian().toarray())
    assert values[0] > 0.01 * values[-1]


VOLUMES = [("QUAD4", "true", 1), ("QUAD4", "false", 3), ("HEX8", "true", 1), ("HEX8", "false", 8)]


@pytest.mark.parametrize("cell, correction, stiff", VOLUMES)
def test_the_correction_leaves_one_constraint_to_a_cell(cell, correction, stiff, problem, tmp_path):
    """Almost incompressible: one cell resists with one volume, not with as many as its points distinguish."""
    mesh = distorted(cell, 1, str(tmp_path / "mesh"), inner_only=False)
    p = problem(deck(cell, mesh, correction), "Materials/elasticity/poissons_ratio=0.4999999")
    values = np.linalg.eigvalsh(p.jacobian().toarray())
    assert np.sum(values > 1e3) == stiff
