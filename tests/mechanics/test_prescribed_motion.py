"""Boundaries that move in a prescribed way, and displacements and tensors seen from an axis."""

from __future__ import annotations

import math

import numpy
import pytest
from alces.ad import Tensor
from alces.hit import DeckError
from alces.physics.sample import SamplePoints
from alces_core.functions.piecewise_linear import PiecewiseLinear
from alces_mechanics.aux.cylindrical_rank_two_aux import CylindricalRankTwoAux
from alces_mechanics.aux.radial_displacement_cylinder_aux import RadialDisplacementCylinderAux
from alces_mechanics.aux.radial_displacement_sphere_aux import RadialDisplacementSphereAux
from alces_mechanics.aux.rank_four_aux import RankFourAux
from alces_mechanics.bcs.displacement_about_axis import DisplacementAboutAxis
from alces_mechanics.bcs.preset_acceleration import PresetAcceleration
from alces_mechanics.bcs.preset_displacement import PresetDisplacement
from alces_mechanics.bcs.preset_velocity import PresetVelocity
from alces_mechanics.elasticity import AnisotropicStiffness

NEWMARK = {"velocity": "v", "acceleration": "a", "beta": 0.3}
FIELDS = {"u": {"old": 2.0}, "v": {"old": 3.0}, "a": {"old": 5.0}}


# -- dynamics --------------------------------------------------------------------------------------
def test_acceleration_by_newmark(make):
    """2 + 0.1 * 3 + 0.01 (0.2 * 5 + 0.3 * 7)."""
    bc = make(PresetAcceleration, variable="u", boundary="left", function=7, **NEWMARK)
    assert bc.value(SamplePoints(FIELDS, dt=0.1, dual=False)) == pytest.approx(2.331)


def test_displacement_gives_the_acceleration_by_its_rates(make):
    """The slopes 4 and 9 at t - dt and t make a = 50."""
    path = make(PiecewiseLinear, x="0 0.95 2", y="0 3.8 13.25")
    bc = make(PresetDisplacement, variable="u", boundary="left", function="path", **NEWMARK)
    q = SamplePoints(FIELDS, dt=0.1, t=1.0, functions={"path": path}, dual=False)
    assert float(bc.value(q)) == pytest.approx(2 + 0.3 + 0.01 * (1.0 + 0.3 * 50))


def test_velocity_is_averaged_over_the_step(make):
    bc = make(PresetVelocity, variable="u", boundary="left", velocity=2, function="f")
    q = SamplePoints(FIELDS, dt=0.5, t=3.0, functions={"f": lambda x, y, z, t: t * t}, dual=False)
    assert bc.value(q) == pytest.approx(2 + 0.5 * 2 * (9 + 6.25) / 2)


OSCILLATION = """
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 2
[]
[GlobalParams]
  displacements = u
  velocity = vel_x
  acceleration = accel_x
  beta = 0.25
[]
[Modules/TensorMechanics/DynamicMaster]
  [all]
    add_variables = true
    density = 1e-6
  []
[]
[Materials]
  [elasticity]
    type = ComputeIsotropicElasticityTensor
    youngs_modulus = 1
    poissons_ratio = 0
  []
  [stress]
    type = ComputeLinearElasticStress
  []
[]
[BCs]
  [move]
    type = {type}
    variable = u
    boundary = right
    function = '{function}'
  []
[]
[Postprocessors]
  [end]
    type = NodalExtremeValue
    variable = u
    boundary = right
  []
[]
[Executioner]
  type = Transient
  dt = 0.05
  end_time = 1
[]
"""


@pytest.mark.parametrize(
    ("kind", "function", "accuracy"),
    [("PresetAcceleration", "6*t", 0.01), ("PresetDisplacement", "t^3", 0.2)],
)  # fmt: skip
def test_a_boundary_follows_its_path(problem, kind, function, accuracy):
    """u = t^3; the rates of a displacement are those half a step ago, hence an error of first order."""
    p = problem(OSCILLATION.format(type=kind, function=function))
    p.run()
    assert p.state.postprocessors["end"] == pytest.approx(1.0, abs=accuracy)


# -- rotation --------------------------------------------------------------------------------------
TURN = {"variable": "u", "boundary": "left", "angle_units": "degrees", "axis_origin": "1 2 0"}


@pytest.mark.parametrize(
    ("axis", "angle", "where", "want"),
    [
        ("0 0 2", 90, (2.0, 2.0, 5.0), (-1.0, 1.0, 0.0)),
        ("0 0 -2", 90, (2.0, 2.0, 5.0), (-1.0, -1.0, 0.0)),
        ("1 0 0", 180, (7.0, 3.0, 1.0), (0.0, -2.0, -2.0)),
        ("1 1 1", 120, (2.0, 2.0, 0.0), (-1.0, 1.0, 0.0)),  # x turns into y
    ],
)
def test_places_turn_about_an_axis(make, axis, angle, where, want):
    q = SamplePoints({}, x=where[0], y=where[1], z=where[2])
    for i in range(3):
        bc = make(DisplacementAboutAxis, function=angle, axis_direction=axis, component=i, **TURN)
        assert float(bc.value(q)) == pytest.approx(want[i], abs=1e-12)


def test_rotation_by_steps_stays_on_the_circle(make):
    """A point at distance 1 that has turned by 30 degrees goes on by 2 s of 15 degrees per s."""
    given = {"function": 15, "axis_direction": "0 0 1", "angular_velocity": "true", **TURN}
    moved = {"u": {"old": math.cos(math.pi / 6) - 1}, "v": {"old": math.sin(math.pi / 6)}}
    q = SamplePoints(moved, x=2.0, y=2.0, dt=2.0)
    found = [
        float(make(DisplacementAboutAxis, component=i, displacements="u v", **given).value(q)) for i in (0, 1)
    ]
    assert found == pytest.approx([math.cos(math.pi / 3) - 1, math.sin(math.pi / 3)])


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"axis_direction": "0 0 0"}, "must not vanish"),
        ({"axis_direction": "0 0 1", "angular_velocity": "true"}, "needs all displacements"),
    ],
)
def test_wrong_rotations_are_refused(make, params, message):
    with pytest.raises(DeckError, match=message):
        make(DisplacementAboutAxis, function=1, component=0, **TURN, **params)


# -- seen from an axis -----------------------------------------------------------------------------
MOVED = {"u": {"value": 0.1}, "v": {"value": 0.2}, "w": {"value": -0.3}}


def test_displacement_from_a_centre(make):
    q = SamplePoints(MOVED, x=numpy.array([3.0]), y=2.0, z=2.0, dual=False)
    aux = make(RadialDisplacementSphereAux, variable="r", displacements="u v w", origin="1 1 0")
    assert aux.value(q) == pytest.approx((0.1 * 2 + 0.2 * 1 - 0.3 * 2) / 3)
    q = SamplePoints(MOVED, coord_type="RSPHERICAL", dual=False)
    assert make(RadialDisplacementSphereAux, variable="r", displacements="u").value(q) == 0.1


def test_displacement_from_an_axis(make):
    q = SamplePoints(MOVED, x=numpy.array([4.0]), y=5.0, z=-7.0, dual=False)
    given = {"variable": "r", "origin": "1 1 0"}
    plane = make(RadialDisplacementCylinderAux, displacements="u v", **given)
    assert plane.value(q) == pytest.approx(0.1 * 0.6 + 0.2 * 0.8)
    space = make(RadialDisplacementCylinderAux, displacements="u v w", axis_vector="0 0 3", **given)
    assert space.value(q) == pytest.approx(0.1 * 0.6 + 0.2 * 0.8)
    other = make(RadialDisplacementCylinderAux, displacements="u v w", axis_vector="1 0 0", **given)
    assert other.value(q) == pytest.approx((0.2 * 4 + 0.3 * 7) / 65**0.5)
    q = SamplePoints(MOVED, coord_type="RZ", dual=False)
    assert plane.value(q) == 0.1
    with pytest.raises(DeckError, match="must not vanish"):
        make(RadialDisplacementCylinderAux, displacements="u v w", axis_vector="0 0 0", **given)


def test_tensor_in_cylindrical_coordinates(make):
    """Direct rotation by the angle of the place."""
    t = numpy.array([[1.0, 2.0, 3.0], [2.0, 4.0, 5.0], [3.0, 5.0, 6.0]])
    turn = numpy.array([[0.6, 0.8, 0.0], [-0.8, 0.6, 0.0], [0.0, 0.0, 1.0]])
    want = turn @ t @ turn.T
    q = SamplePoints({}, properties={"stress": Tensor(t)}, x=numpy.array([4.0]), y=5.0)
    for i in range(3):
        for j in range(3):
            aux = make(
                CylindricalRankTwoAux, variable="s", rank_two_tensor="stress", index_i=i, index_j=j,
                center_point="1 1 0",
            )  # fmt: skip
            assert numpy.ravel(aux.value(q)) == pytest.approx([want[i, j]])


def test_elastic_constants_for_output(make):
    c = AnisotropicStiffness([[10.0 * min(i, j) + max(i, j) for j in range(6)] for i in range(6)])
    q = SamplePoints({}, properties={"C": c})
    for (i, j, k, o), want in {(0, 0, 1, 1): 1.0, (2, 1, 0, 0): 3.0, (1, 0, 0, 2): 45.0}.items():
        aux = make(
            RankFourAux, variable="s", rank_four_tensor="C", index_i=i, index_j=j, index_k=k, index_l=o
        )
        assert aux.value(q) == want
