"""Loads on the displaced mesh: Nanson's formula."""

from __future__ import annotations

import alces
import numpy
import pytest
from alces.ad import value
from alces.hit import DeckErrors
from alces.physics.sample import SamplePoints, partial_errors
from alces_mechanics.bcs.pressure import Pressure
from alces_mechanics.displaced import displaced_normal, volume_ratio
from alces_mechanics.kernels.gravity import Gravity

F = numpy.array([[1.1, 0.2, -0.1], [0.05, 0.9, 0.3], [-0.2, 0.1, 1.2]])
NAMES = ("u", "v", "w")
GRADIENTS = {name: {"grad": tuple(row)} for name, row in zip(NAMES, F - numpy.eye(3), strict=True)}
SOLID = {"dim": 3, "displacements": NAMES}


def test_normals_and_volumes_follow_the_deformation_gradient():
    normal = numpy.array([0.6, 0.0, 0.8])
    q = SamplePoints(GRADIENTS, normal=normal, dual=False, **SOLID)
    numpy.testing.assert_allclose(
        list(displaced_normal(q)), numpy.linalg.det(F) * numpy.linalg.inv(F).T @ normal
    )
    assert volume_ratio(q) == pytest.approx(numpy.linalg.det(F))


def test_a_plane_problem_keeps_its_thickness():
    fields = {"u": {"grad": (0.1, 0.2)}, "v": {"grad": (0.0, 0.5)}}
    q = SamplePoints(fields, dual=False, displacements=("u", "v"))
    assert volume_ratio(q) == pytest.approx(1.1 * 1.5)
    assert displaced_normal(q)[0] == pytest.approx(1.5) and displaced_normal(q)[1] == pytest.approx(
        -0.2 * 1.0
    )


@pytest.mark.parametrize(
    ("coord_type", "fields", "dim", "want"),
    [
        ("RZ", {"u": {"value": 0.2, "grad": (0.1, 0.0)}, "v": {}}, 2, 1.1 * 1.1),
        ("RSPHERICAL", {"u": {"value": 0.2, "grad": (0.1,)}}, 1, 1.1**3),
    ],
)
def test_hoops_stretch_with_the_radius(coord_type, fields, dim, want):
    """u = 0.1 r stretches every direction that the symmetry does not forbid by 1.1."""
    q = SamplePoints(fields, x=2.0, dim=dim, coord_type=coord_type, displacements=tuple(fields), dual=False)
    assert volume_ratio(q) == pytest.approx(want)


def test_pressure_and_gravity_on_the_displaced_mesh(make):
    q = SamplePoints(GRADIENTS, dual=False, **SOLID)
    pressure = make(Pressure, variable="v", boundary="x", component=1, factor=3)
    want = 3 * (numpy.linalg.det(F) * numpy.linalg.inv(F).T)[1, 0]
    assert pressure.value(q) == pytest.approx(want)
    fixed = make(Pressure, variable="v", boundary="x", component=1, factor=3, use_displaced_mesh="false")
    assert fixed.value(q) == 0.0
    assert make(Gravity, variable="v", value=-2, density=5).value(q) == pytest.approx(
        10 * numpy.linalg.det(F)
    )
    assert make(Gravity, variable="v", value=-2, density=5, use_displaced_mesh="false").value(q) == 10.0


def test_partials(make):
    pressure = make(Pressure, variable="v", boundary="x", component=1, factor=3)
    assert partial_errors(pressure.value, GRADIENTS, **SOLID) < 1e-13


def test_hht_pressure_looks_at_another_time(make):
    pressure = make(Pressure, variable="u", boundary="x", component=0, function="f", alpha=-0.25)
    q = SamplePoints({}, functions={"f": lambda x, y, z, t: 10.0 * t}, t=2.0, dt=0.4)
    assert value(pressure.value(q)) == pytest.approx(19.0)


BAR = """
[GlobalParams]
  displacements = 'u'
[]
[Mesh]
  type = GeneratedMesh
  dim = 1
[]
[Modules/TensorMechanics/Master]
  [all]
    add_variables = true
  []
[]
[Materials]
  [C]
    type = ComputeElasticityTensor
    fill_method = symmetric_isotropic
    C_ijkl = '0 50'
  []
  [stress]
    type = ComputeLinearElasticStress
  []
[]
[Kernels]
  [weight]
    type = Gravity
    variable = u
    value = 1
    density = 20
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
[Executioner]
  type = Steady
[]
"""


def test_gravity_on_a_stretched_bar(tmp_path):
    """100 u'' + 20 (1 + u') = 0, u(0) = u'(1) = 0: 1 + u' = exp((1 - x)/5), u(1) = 5 (e^0.2 - 1) - 1."""
    path = tmp_path / "deck.i"
    path.write_text(BAR)
    end = (
        alces.load(str(path), "Mesh/nx=50", "Mesh/elem_type=EDGE3").run(write=False).isel(time=-1)["u"].values
    )
    assert end.max() == pytest.approx(5 * (numpy.exp(0.2) - 1) - 1, rel=1e-6)
    at_rest = alces.load(str(path), "Mesh/nx=50", "Mesh/use_displaced_mesh=false").run(write=False)
    assert at_rest.isel(time=-1)["u"].values.max() == pytest.approx(0.1, rel=1e-6)


def test_the_mesh_is_displaced_by_variables_only(tmp_path):
    path = tmp_path / "deck.i"
    path.write_text(BAR)
    with pytest.raises(DeckErrors, match="Unknown variable 'nothing' in"):
        alces.load(str(path), "Mesh/displacements=nothing")
