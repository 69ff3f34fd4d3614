"""The same answer in a frame that is turned, mirrored or moved; what has a direction turns with it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from alces.mesh import CellBlock, Mesh, SideSet, generated
from comparing import (
    PROBE,
    ROUNDING,
    SEEDS,
    TOLERANCE,
    assert_same,
    assert_something_happened,
    listed,
    mixed_mesh,
    numbers,
    system,
)
from scipy.spatial.transform import Rotation

ANGLE = 17.3
"""In degrees, of no symmetry."""


def turn(degrees: float) -> np.ndarray:
    return Rotation.from_euler("Z", degrees, degrees=True).as_matrix()


def moved(mesh: Mesh, frame: np.ndarray, shift: tuple[float, ...] = (0.0, 0.0, 0.0)) -> Mesh:
    """Every point p at ``frame p + shift``; a mirrored cell has its nodes the other way round."""
    mesh = replace(mesh, points=mesh.points @ frame.T + shift)
    if np.linalg.det(frame) > 0:
        return mesh
    corners = np.concatenate([np.full(len(b), b.cells.shape[1]) for b in mesh.blocks])
    return replace(mesh, blocks=[CellBlock(b.cell_type, b.subdomain, b.cells[:, ::-1]) for b in mesh.blocks],
                   sidesets={i: SideSet(s.cells, (corners[s.cells] - 2 - s.sides) % corners[s.cells])
                             for i, s in mesh.sidesets.items()})


# -- the sodium deck -------------------------------------------------------------------------------------
CLAMPED = ("mech_bc=left_x bottom_y", "BCs/left_x/boundary=left right bottom top",
           "BCs/bottom_y/boundary=left right bottom top")
QUARTER = (*(f"BCs/{name}/variable=disp_y" for name in ("left_x", "right_x")),
           *(f"BCs/{name}/variable=disp_x" for name in ("bottom_y", "top_y")))


@pytest.mark.parametrize(("frame", "shift", "conditions", "changes"), [
    (np.eye(3), (3.0, -7.0, 0.0), (), ()),
    (np.diag([1.0, -1.0, 1.0]), (0.0, 0.0, 0.0), (), ()),
    (np.diag([-1.0, 1.0, 1.0]), (0.0, 0.0, 0.0), (), ()),
    (turn(90), (0.0, 0.0, 0.0), (), QUARTER),
    (turn(ANGLE), (0.0, 0.0, 0.0), CLAMPED, (f"Kernels/interface/reference_angle={ANGLE}",)),
], ids=["moved", "mirrored in y", "mirrored in x", "quarter turn", "turned"])
def test_sodium(dendrites, frame, shift, conditions, changes):
    problem = dendrites(*conditions)
    seeds, probe = (points @ frame[:2, :2].T + shift[:2] for points in (SEEDS, PROBE))
    other = dendrites(*conditions, *changes, mesh=moved(mixed_mesh(), frame, shift), seeds=seeds, probe=probe)
    for each in (problem, other):
        each.run(write=False)
    assert_something_happened(problem)
    expected, found = problem.snapshot().node, other.snapshot().node
    u = np.array([expected.pop("disp_x"), expected.pop("disp_y")])
    v = np.array([found.pop("disp_x"), found.pop("disp_y")])
    assert_same({**found, "u": v}, {**expected, "u": frame[:2, :2] @ u}, TOLERANCE)
    assert_same(numbers(other), numbers(problem), TOLERANCE)


# -- directions in scalar terms --------------------------------------------------------------------------
SCALAR = """
[Variables]
  [eta]
  []
[]
[Materials]
  [interface]
    type = InterfaceOrientationMaterial
    op = eta
    mode_number = 6
    anisotropy_strength = 0.3
    reference_angle = {kobayashi}
    eps_bar = 0.7
  []
[]
[Kernels]
{kernels}
[]
[Executioner]
  type = Steady
[]
"""
TERMS = {
    **{f"AnisotropicACInterface, {form}, {mode}": f"""
  [interface]
    type = AnisotropicACInterface
    variable = eta
    mob_name = 2
    kappa_name = 3
    anisotropy_strength = 0.05
    mode_number = {mode}
    reference_angle = {{angle}}
    form = {form}
  []""" for form in ("variational", "divergence") for mode in (3, 4, 6)},
    "ACInterfaceKobayashi": """
  [torque]
    type = ACInterfaceKobayashi1
    variable = eta
    mob_name = 2
  []
  [radial]
    type = ACInterfaceKobayashi2
    variable = eta
    mob_name = 2
  []""",
    "AnisotropicDiffusion": """
  [diffusion]
    type = AnisotropicDiffusion
    variable = eta
    tensor_coeff = '{tensor}'
  []""",
    "ConservativeAdvection": """
  [advection]
    type = ConservativeAdvection
    variable = eta
    velocity = '{velocity}'
  []""",
}


@pytest.mark.parametrize("term", TERMS)
def test_directions(problem_on, term):
    """Reference angles, tensors and vectors turn with the frame; in a mirror angles change their sign."""

    def found(frame: np.ndarray, angle: float, start: float) -> dict:
        tensor = frame @ np.array([[3.0, 0.4, 0.0], [-0.7, 1.0, 0.0], [0.0, 0.0, 2.0]]) @ frame.T
        kernels = TERMS[term].format(angle=angle + 0.3 * start, tensor=listed(tensor),
                                     velocity=listed(frame @ [0.8, -1.7, 0.0]))
        text = SCALAR.format(kernels=kernels, kobayashi=angle + start)
        return system(problem_on(text, moved(mixed_mesh(), frame)))

    expected = found(np.eye(3), 0.0, 20.0)
    assert_same(found(turn(ANGLE), ANGLE, 20.0), expected, ROUNDING)
    assert_same(found(np.diag([1.0, -1.0, 1.0]), 0.0, -20.0), expected, ROUNDING)
    if "Interface" in term:  # and the direction matters at all
        assert np.abs(found(turn(ANGLE), 0.0, 20.0)["eta"] - expected["eta"]).max() > 1e-4


# -- crystals --------------------------------------------------------------------------------------------
SOLID = """
[GlobalParams]
  displacements = 'u_x u_y u_z'
[]
[Variables]
  [u_x]
  []
  [u_y]
  []
  [u_z]
  []
[]
[Kernels]
  [x]
    type = StressDivergenceTensors
    variable = u_x
    component = 0
  []
  [y]
    type = StressDivergenceTensors
    variable = u_y
    component = 1
  []
  [z]
    type = StressDivergenceTensors
    variable = u_z
    component = 2
  []
[]
[Materials]
  [strain]
    type = {strain}
  []
{materials}
[]
[Executioner]
  type = Transient
  dt = 1e-3
[]
"""
SOLIDS = {
    "crystal": ("ComputeSmallStrain", """
  [elasticity]
    type = ComputeElasticityTensor
    fill_method = symmetric9
    C_ijkl = '165 65 45 140 55 190 60 75 80'
    euler_angle_1 = {angles[0]}
    euler_angle_2 = {angles[1]}
    euler_angle_3 = {angles[2]}
  []
  [stress]
    type = ComputeLinearElasticStress
  []"""),
    "J2": ("ComputeSmallStrain", """
  [elasticity]
    type = ComputeIsotropicElasticityTensor
    youngs_modulus = 200
    poissons_ratio = 0.3
  []
  [stress]
    type = ComputeJ2PlasticStress
    yield_stress = 50
    hardening_modulus = 20
  []"""),
    "J2, incremental": ("ComputeIncrementalSmallStrain", """
  [elasticity]
    type = ComputeIsotropicElasticityTensor
    youngs_modulus = 200
    poissons_ratio = 0.3
  []
  [plasticity]
    type = IsotropicPlasticityStressUpdate
    yield_stress = 50
    hardening_constant = 20
  []
  [stress]
    type = ComputeMultipleInelasticStress
    inelastic_models = plasticity
  []"""),
}


def bricks() -> Mesh:
    """2 x 2 x 2 bricks with displaced corners."""
    mesh = generated(3, 2, 2, 2)
    by = np.random.default_rng(6).uniform(-0.08, 0.08, mesh.points.shape)
    return replace(mesh, points=mesh.points + by)


def stiffness_and_forces(problem, frame: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Forces (node, 3) and their derivatives (node, 3, node, 3) at displacements that turn with the frame."""
    nodes = problem.model.mesh.n_nodes
    place = np.stack(problem.model.unknowns.dofs, axis=1)
    problem.state.u[place] = np.random.default_rng(2).uniform(-0.5, 0.5, (nodes, 3)) @ frame.T
    problem.begin_step(1e-3)
    order = place.ravel()
    slopes = problem.jacobian().toarray()[np.ix_(order, order)]
    return problem.residual()[place], slopes.reshape(nodes, 3, nodes, 3)


@pytest.mark.parametrize("solid", SOLIDS)
def test_solids(problem_on, solid):
    """Turned about an axis of no symmetry; the crystal, which has its own directions, turns too."""
    crystal = Rotation.from_euler("ZXZ", [20, 35, 50], degrees=True)
    frame = Rotation.from_euler("ZXZ", [71, 24, -40], degrees=True)

    def found(mesh: Mesh, orientation: Rotation, q: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        strain, materials = SOLIDS[solid]
        angles = [float(a) for a in orientation.as_euler("ZXZ", degrees=True)]
        text = SOLID.format(strain=strain, materials=materials.format(angles=angles))
        return stiffness_and_forces(problem_on(text, mesh), q)

    q = frame.as_matrix()
    forces, slopes = found(bricks(), crystal, np.eye(3))
    turned = found(moved(bricks(), q), frame * crystal, q)
    expected = forces @ q.T, np.einsum("ia,mank,jk->minj", q, slopes, q)
    assert_same(dict(enumerate(turned)), dict(enumerate(expected)), ROUNDING)
