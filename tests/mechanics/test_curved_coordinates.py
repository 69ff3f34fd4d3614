"""Axisymmetric and spherically symmetric mechanics."""

from __future__ import annotations

import math

import alces
import numpy
import pytest
from alces.ad import Tensor, value
from alces.hit import DeckError, DeckErrors
from alces.physics.sample import SamplePoints, partial_errors
from alces_mechanics.kernels.stress_divergence_r_spherical_tensors import StressDivergenceRSphericalTensors
from alces_mechanics.kernels.stress_divergence_rz_tensors import StressDivergenceRZTensors
from alces_mechanics.materials.compute_axisymmetric_rz_incremental_strain import (
    ComputeAxisymmetricRZIncrementalStrain,
)
from alces_mechanics.materials.compute_axisymmetric_rz_small_strain import ComputeAxisymmetricRZSmallStrain
from alces_mechanics.materials.compute_r_spherical_incremental_strain import (
    ComputeRSphericalIncrementalStrain,
)
from alces_mechanics.materials.compute_r_spherical_small_strain import ComputeRSphericalSmallStrain
from alces_mechanics.materials.compute_small_strain import ComputeSmallStrain
from alces_mechanics.materials.rank_two_cylindrical_component import RankTwoCylindricalComponent
from alces_mechanics.materials.rank_two_spherical_component import RankTwoSphericalComponent

RZ = {"u": {"value": 0.06, "grad": (0.01, 0.02)}, "v": {"grad": (0.04, 0.03)}}
SPHERE = {"u": {"value": 0.06, "grad": (0.01,)}}


def numbers(t):
    return numpy.array([[float(value(a)) for a in row] for row in t.c])


def test_axisymmetric_strain(make):
    q = SamplePoints(RZ, x=2.0, coord_type="RZ", dual=False)
    m = make(ComputeAxisymmetricRZSmallStrain, displacements="u v")
    want = [[0.01, 0.03, 0.0], [0.03, 0.03, 0.0], [0.0, 0.0, 0.03]]
    numpy.testing.assert_allclose(numbers(m.properties(q)["total_strain"]), want, atol=1e-15)


def test_hoop_strain_vanishes_on_the_axis(make):
    q = SamplePoints(RZ, x=numpy.zeros((1, 1)), coord_type="RZ", dual=False)
    strain = make(ComputeAxisymmetricRZSmallStrain, displacements="u v").properties(q)["total_strain"]
    assert float(strain[2, 2][0, 0]) == 0.0


def test_spherical_strain(make):
    q = SamplePoints(SPHERE, x=3.0, dim=1, coord_type="RSPHERICAL", dual=False)
    strain = make(ComputeRSphericalSmallStrain, displacements="u").properties(q)["total_strain"]
    numpy.testing.assert_allclose(numbers(strain), numpy.diag([0.01, 0.02, 0.02]), atol=1e-15)


@pytest.mark.parametrize(
    ("cls", "fields", "options", "hoop"),
    [
        (ComputeAxisymmetricRZIncrementalStrain, RZ, {"coord_type": "RZ", "dim": 2}, 2),
        (ComputeRSphericalIncrementalStrain, SPHERE, {"coord_type": "RSPHERICAL", "dim": 1}, 1),
    ],
)
def test_incremental_strain_adds_the_change_only(make, cls, fields, options, hoop):
    before = {
        "u": {**fields["u"], "old": 0.02, "grad_old": (0.004, 0.0)},
        **{k: fields[k] for k in fields if k == "v"},
    }
    m = make(cls, displacements=" ".join(fields))
    q = SamplePoints(before, x=2.0, states=m.state(), dual=False, **options)
    found = m.properties(q)["strain_increment"]
    assert float(value(found[0, 0])) == pytest.approx(0.006)
    assert float(value(found[hoop, hoop])) == pytest.approx(0.02)


@pytest.mark.parametrize("component", [0, 1])
def test_axisymmetric_equilibrium(make, component):
    stress = Tensor([[1.0, 2.0, 0.0], [2.0, 3.0, 0.0], [0.0, 0.0, 8.0]])
    q = SamplePoints(RZ, properties={"stress": stress}, x=2.0, coord_type="RZ")
    k = make(StressDivergenceRZTensors, variable="uv"[component], component=component, displacements="u v")
    assert list(k.flux(q))[:2] == [[1.0, 2.0], [2.0, 3.0]][component]
    assert k.value(q) == [4.0, None][component]


def test_spherical_equilibrium(make):
    q = SamplePoints(
        SPHERE, properties={"stress": Tensor.diagonal(5.0, 3.0, 3.0)}, x=2.0, dim=1, coord_type="RSPHERICAL"
    )
    k = make(StressDivergenceRSphericalTensors, variable="u", component=0, displacements="u")
    assert k.value(q) == 3.0 and k.flux(q)[0] == 5.0


def test_partials_of_the_hoop_strain(make):
    m = make(ComputeAxisymmetricRZSmallStrain, displacements="u v")
    assert partial_errors(lambda q: m.properties(q)["total_strain"], RZ, x=2.0, coord_type="RZ") < 1e-14


def test_cartesian_strain_is_refused_in_axisymmetric_problems(make):
    m = make(ComputeSmallStrain, displacements="u v")
    with pytest.raises(DeckError, match="coord_type is RZ"):
        m.properties(SamplePoints(RZ, coord_type="RZ"))
    with pytest.raises(DeckError, match="for RZ coordinates about y"):
        make(ComputeAxisymmetricRZSmallStrain, displacements="u v").properties(
            SamplePoints(RZ, coord_type="RZ", radial=1)
        )


@pytest.mark.parametrize(("component", "want"), [("RadialStress", 3.0), ("HoopStress", 1.5)])
def test_spherical_components_of_a_tensor(make, component, want):
    """On the diagonal of the x-y plane n = (1, 1, 0)/sqrt(2): n.t.n = (2 + 2 + 2*1)/2 = 3, trace 6."""
    t = Tensor([[2.0, 1.0, 0.0], [1.0, 2.0, 0.0], [0.0, 0.0, 2.0]])
    q = SamplePoints({}, properties={"t": t}, x=numpy.full((1, 1), 3.0), y=4.0, z=5.0)
    m = make(
        RankTwoSphericalComponent,
        property_name="p",
        rank_two_tensor="t",
        spherical_component=component,
        spherical_center_point="1 2 5",
    )
    assert numpy.asarray(m.properties(q)["p"]).item() == pytest.approx(want)


@pytest.mark.parametrize(
    ("component", "want"), [("AxialStress", 5.0), ("RadialStress", 3.0), ("HoopStress", 7.0)]
)
def test_cylindrical_components_of_a_tensor(make, component, want):
    q = SamplePoints({}, properties={"t": Tensor.diagonal(3.0, 7.0, 5.0)}, x=numpy.full((1, 1), 2.0), z=9.0)
    m = make(
        RankTwoCylindricalComponent,
        property_name="p",
        rank_two_tensor="t",
        cylindrical_component=component,
        cylindrical_axis_point1="0 0 0",
        cylindrical_axis_point2="0 0 2",
    )
    assert numpy.asarray(m.properties(q)["p"]).item() == pytest.approx(want)


SHELL = """
[Problem]
  coord_type = {kind}
[]
[Mesh]
  type = GeneratedMesh
  dim = {dim}
  nx = 20
  xmin = 1
  xmax = 2
  elem_type = {cell}
[]
[GlobalParams]
  displacements = '{names}'
[]
[Modules/TensorMechanics/Master]
  add_variables = true
  [all]
    generate_output = '{outputs}'
    spherical_center_point = '0 0 0'
  []
[]
[Materials]
  [C]
    type = ComputeIsotropicElasticityTensor
    youngs_modulus = 1000
    poissons_ratio = 0.3
  []
  [stress]
    type = ComputeLinearElasticStress
  []
[]
[BCs]
  [inner]
    type = Pressure
    variable = u
    component = 0
    boundary = left
    factor = 1
    use_displaced_mesh = false
  []
  {more}
[]
[Postprocessors]
  [volume]
    type = VolumePostprocessor
    execute_on = 'INITIAL TIMESTEP_END'
  []
[]
[Executioner]
  type = Steady
[]
"""


def run(tmp_path, text):
    path = tmp_path / "deck.i"
    path.write_text(text)
    return alces.load(str(path)).run(write=False).isel(time=-1)


def test_sphere_under_inner_pressure(tmp_path):
    """Lame: u(a) = p a / E ((1 - 2 nu) a^3 + (1 + nu) b^3 / 2) / (b^3 - a^3)."""
    text = SHELL.format(
        kind="RSPHERICAL",
        dim=1,
        cell="EDGE3",
        names="u",
        more="",
        outputs="spherical_hoop_stress spherical_radial_stress",
    )
    found = run(tmp_path, text)
    assert float(found["u"].values.flat[0]) == pytest.approx(1e-3 * (0.4 + 1.3 * 4.0) / 7.0, rel=1e-5)
    assert float(found["volume"]) == pytest.approx(4 / 3 * math.pi * 7, rel=1e-12)


def test_tube_under_inner_pressure(tmp_path):
    """Lame, plane strain: u(a) = p a (1 + nu) / E ((1 - 2 nu) a^2 + b^2) / (b^2 - a^2)."""
    fixed = "[z]\n type = DirichletBC\n variable = v\n boundary = 'bottom top'\n value = 0\n[]"
    text = SHELL.format(kind="RZ", dim=2, cell="QUAD9", names="u v", more=fixed, outputs="stress_zz")
    found = run(tmp_path, text)
    assert float(found["u"].values.flat[0]) == pytest.approx(1.3e-3 * (0.4 + 4.0) / 3.0, rel=1e-5)
    assert float(found["volume"]) == pytest.approx(math.pi * 3, rel=1e-12)


def test_axisymmetric_problems_need_two_dimensions(tmp_path):
    text = SHELL.format(kind="RZ", dim=1, cell="EDGE3", names="u v", more="", outputs="stress_zz")
    with pytest.raises(DeckErrors, match="is for RZ coordinates on a 2-D mesh"):
        run(tmp_path, text)
