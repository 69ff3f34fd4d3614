"""Axisymmetric problems that depend on the radius alone."""

from __future__ import annotations

import pytest
from alces.hit import DeckError
from alces_mechanics.materials.compute_axisymmetric_1d_small_strain import ComputeAxisymmetric1DSmallStrain

TUBE = """
[GlobalParams]
  displacements = 'u'
[]
[Mesh]
  type = GeneratedMesh
  dim = 1
  nx = 40
  xmin = 1
  xmax = 2
  elem_type = EDGE3
  coord_type = RZ
  use_displaced_mesh = false
[]
[Physics/SolidMechanics/QuasiStatic]
  [all]
    add_variables = true
    planar_formulation = PLANE_STRAIN
    incremental = %s
    out_of_plane_strain = %s
    generate_output = 'stress_yy'
  []
[]
[Materials]
  [C]
    type = ComputeIsotropicElasticityTensor
    youngs_modulus = 1000
    poissons_ratio = 0.3
  []
  [stress]
    type = %s
  []
[]
[BCs]
  [inside]
    type = Pressure
    variable = u
    component = 0
    boundary = left
    factor = 1
  []
[]
[Postprocessors]
  [along]
    type = ElementAverageValue
    variable = stress_yy
  []
[]
[Executioner]
  type = Transient
  num_steps = 1
[]
"""


@pytest.mark.parametrize(
    ("incremental", "e", "stress"),
    [
        ("false", 0.002, "ComputeLinearElasticStress"),
        ("true", 0.0, "ComputeStrainIncrementBasedStress"),  # a constant has no increment
    ],
)
def test_tube_of_given_length_under_inner_pressure(problem, incremental, e, stress):
    """Lame: u(a) = p a (1 + nu) / E ((1 - 2 nu) a^2 + b^2) / (b^2 - a^2) - nu e a, and the stress along the
    axis is E e + nu (s_rr + s_hoop) = E e + 2 nu p a^2 / (b^2 - a^2)."""
    end = problem(TUBE % (incremental, e, stress)).run(write=False).isel(time=-1)
    inner = 1.3e-3 * (0.4 + 4.0) / 3.0 - 0.3 * e
    assert float(end["u"].to_numpy().flat[0]) == pytest.approx(inner, rel=1e-5)
    assert float(end["along"]) == pytest.approx(1000 * e + 0.6 / 3.0, rel=1e-4)


def test_one_displacement_is_needed(make):
    with pytest.raises(DeckError, match="needs one: along r, not 2"):
        make(ComputeAxisymmetric1DSmallStrain, displacements="u v")
