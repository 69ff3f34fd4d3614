"""What decks can ask of elasticity, gravity, tensor outputs and the actions besides the basics."""

from __future__ import annotations

import numpy
import pytest
from alces.ad import Tensor
from alces.hit import DeckError, parse
from alces.params import declared, validate
from alces.physics.sample import SamplePoints
from alces_mechanics.actions.quasi_static_action import QuasiStaticAction
from alces_mechanics.actions.stress_divergence_action import StressDivergenceAction
from alces_mechanics.aux.rank_two_scalar_aux import RankTwoScalarAux
from alces_mechanics.kernels.gravity import Gravity
from alces_mechanics.kernels.weak_plane_stress import WeakPlaneStress
from alces_mechanics.materials.compute_isotropic_elasticity_tensor import ComputeIsotropicElasticityTensor


def expanded(cls, path, text):
    """The deck that an action makes of its parameters."""
    node = parse(f"[{path}]\n{text}\n[]").find(path)
    values, errors = validate(node, declared(cls).values())
    assert not errors, [e.render() for e in errors]
    deck = parse("")
    cls(node.name, values).expand(deck)
    return deck


def test_elasticity_with_a_factor(make):
    m = make(
        ComputeIsotropicElasticityTensor, bulk_modulus=4, shear_modulus=3, elasticity_tensor_prefactor="f"
    )
    q = SamplePoints({}, functions={"f": lambda x, y, z, t: 2 * x}, x=numpy.array([1.0, 2.0]))
    stiffness = m.properties(q)["elasticity_tensor"]
    numpy.testing.assert_allclose(stiffness.shear, [6.0, 12.0])
    numpy.testing.assert_allclose(stiffness.bulk, [8.0, 16.0])


def test_gravity_of_hht_looks_ahead(make):
    q = SamplePoints({}, properties={"density": 2.0}, functions={"f": lambda x, y, z, t: t}, t=3.0, dt=0.5)
    gravity = make(Gravity, variable="u", value=-10, function="f", alpha=-0.2)
    assert gravity.value(q) == pytest.approx(2 * 10 * (3.0 - 0.1))


@pytest.mark.parametrize(
    ("scalar", "want"), [("AxialStress", 6.0), ("RadialStress", 4.0), ("HoopStress", 1.0), ("Direction", 3.5)]
)
def test_normal_components_for_output(make, scalar, want):
    """At the place (0, 2, z) seen from the z axis."""
    t = Tensor.symmetric(1.0, 4.0, 6.0, xy=1.0)
    q = SamplePoints({}, properties={"stress": t}, x=numpy.array([0.0]), y=2.0, z=7.0)
    aux = make(
        RankTwoScalarAux, variable="s", rank_two_tensor="stress", scalar_type=scalar, point1="0 0 0",
        point2="0 0 1", direction="2 2 0",
    )  # fmt: skip
    assert numpy.ravel(aux.value(q)) == pytest.approx([want])


@pytest.mark.parametrize(
    ("params", "message"),
    [({"point1": "0 1 0"}, "two points of the axis"), ({"direction": "0 0 0"}, "must not vanish")],
)
def test_wrong_directions_are_refused(make, params, message):
    with pytest.raises(DeckError, match=message):
        make(RankTwoScalarAux, variable="s", rank_two_tensor="t", scalar_type="HoopStress", **params)


def test_actions_hand_on_what_kernels_and_variables_take():
    kernels = expanded(
        StressDivergenceAction,
        "Kernels/TensorMechanics",
        "displacements = 'u v'\nvolumetric_locking_correction = true\nsave_in = 'fu fv'\ntemperature = T",
    )
    assert kernels.get("Kernels/TensorMechanics_1/save_in") == "fv"
    assert kernels.get("Kernels/TensorMechanics_0/volumetric_locking_correction") == "true"
    master = expanded(
        QuasiStaticAction,
        "Modules/TensorMechanics/Master/all",
        "displacements = 'u v'\nadd_variables = true\nscaling = 1e-3\nvolumetric_locking_correction = true",
    )
    assert master.get("Variables/u/scaling") == "0.001"
    for block in ("Materials/all_strain", "Kernels/TM_all_0", "Kernels/TM_all_1"):
        assert master.get(f"{block}/volumetric_locking_correction") == "true"


@pytest.mark.parametrize(
    ("cls", "path", "text", "message"),
    [
        (StressDivergenceAction, "Kernels/TensorMechanics", "save_in = f", "one variable for each"),
        (
            StressDivergenceAction,
            "Kernels/TensorMechanics",
            "use_displaced_mesh = true\nvolumetric_locking_correction = true",
            "is for the mesh at rest",
        ),
        (QuasiStaticAction, "Physics/a", "scaling = 2", "add_variables"),
        (QuasiStaticAction, "Physics/a", "planar_formulation = WEAK_PLANE_STRESS", "needs the variable"),
    ],
)
def test_wrong_actions_are_refused(cls, path, text, message):
    with pytest.raises(DeckError, match=message):
        expanded(cls, path, f"displacements = 'u v'\n{text}")


def test_the_stress_out_of_the_plane_is_what_vanishes(make):
    q = SamplePoints({}, properties={"stress": Tensor.diagonal(1.0, 2.0, 3.0)})
    assert make(WeakPlaneStress, variable="ezz").value(q) == 3.0
    assert make(WeakPlaneStress, variable="ezz", out_of_plane_direction="x").value(q) == 1.0


SHEET = """
[GlobalParams]
  displacements = 'disp_x disp_y'
[]
[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = 2
  ny = 2
[]
[Variables]
  [strain_zz]
  []
[]
[Modules/TensorMechanics/Master]
  [all]
    add_variables = true
    planar_formulation = WEAK_PLANE_STRESS
    out_of_plane_strain = strain_zz
    generate_output = 'stress_xx stress_zz'
  []
[]
[Materials]
  [elasticity]
    type = ComputeIsotropicElasticityTensor
    youngs_modulus = 8
    poissons_ratio = 0.25
  []
  [stress]
    type = ComputeLinearElasticStress
  []
[]
[BCs]
  [left]
    type = DirichletBC
    variable = disp_x
    boundary = left
    value = 0
  []
  [bottom]
    type = DirichletBC
    variable = disp_y
    boundary = bottom
    value = 0
  []
  [right]
    type = DirichletBC
    variable = disp_x
    boundary = right
    value = 0.1
  []
[]
[Postprocessors]
  [pull]
    type = ElementAverageValue
    variable = stress_xx
  []
  [thinning]
    type = ElementAverageValue
    variable = strain_zz
  []
  [rest]
    type = ElementExtremeValue
    variable = stress_zz
  []
[]
[Executioner]
  type = Steady
[]
"""


def test_a_pulled_sheet_thins(problem):
    """Uniaxial stress E e and the strain -nu e across it."""
    p = problem(SHEET)
    p.run()
    found = p.state.postprocessors
    assert found["pull"] == pytest.approx(0.8)
    assert found["thinning"] == pytest.approx(-0.025)
    assert found["rest"] == pytest.approx(0.0, abs=1e-12)
