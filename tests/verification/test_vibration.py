"""A vibrating elastic plate keeps its energy and its momentum under Newmark's method."""

from __future__ import annotations

import numpy as np
import pytest

PLATE = """
[GlobalParams]
  displacements = 'u v'
  use_displaced_mesh = false
[]
[Mesh]
  type = GeneratedMesh
  dim = 2
  nx = 6
  ny = 3
  xmax = 2
[]
[Variables]
  [u]
  []
  [v]
  []
[]
[ICs]
  [u]
    type = FunctionIC
    variable = u
    function = '0.1*x*x - 0.03*y*x'
  []
[]
[AuxVariables]
  [speed_x]
  []
  [speed_y]
  []
[]
[AuxKernels]
  [x]
    type = TestNewmarkTI
    variable = speed_x
    displacement = u
  []
  [y]
    type = TestNewmarkTI
    variable = speed_y
    displacement = v
  []
[]
[Materials]
  [density]
    type = GenericConstantMaterial
    prop_names = density
    prop_values = 2
  []
  [elasticity]
    type = ComputeIsotropicElasticityTensor
    youngs_modulus = 30
    poissons_ratio = 0.3
  []
  [strain]
    type = ComputeSmallStrain
  []
  [stress]
    type = ComputeLinearElasticStress
  []
  [work]
    type = StrainEnergyDensity
  []
  [energy]
    type = ParsedMaterial
    property_name = energy
    coupled_variables = 'speed_x speed_y v'
    material_property_names = strain_energy_density
    expression = 'speed_x^2 + speed_y^2 + strain_energy_density + 2*9*v'
  []
[]
[Kernels]
  [x]
    type = StressDivergenceTensors
    variable = u
    component = 0
  []
  [y]
    type = StressDivergenceTensors
    variable = v
    component = 1
  []
  [mass_x]
    type = InertialForce
    variable = u
  []
  [mass_y]
    type = InertialForce
    variable = v
  []
  [weight]
    type = Gravity
    variable = v
    value = -9
  []
[]
[Postprocessors]
  [energy]
    type = ElementIntegralMaterialProperty
    mat_prop = energy
  []
  [moving_x]
    type = ElementIntegralVariablePostprocessor
    variable = speed_x
  []
  [moving_y]
    type = ElementIntegralVariablePostprocessor
    variable = speed_y
  []
[]
[BCs]
  {conditions}
[]
[Executioner]
  type = Transient
  dt = 0.03
  num_steps = 40
  nl_rel_tol = 1e-13
  [TimeIntegrator]
    type = NewmarkBeta
    beta = 0.25
    gamma = 0.5
  []
[]
"""
HELD = "[u]\n type = DirichletBC\n variable = u\n boundary = left\n value = 0\n []\n" \
       "[v]\n type = DirichletBC\n variable = v\n boundary = left\n value = 0\n []"


@pytest.mark.parametrize("conditions", ["", HELD], ids=["falling", "held"])
def test_energy_and_momentum_of_a_vibrating_plate(problem, conditions):
    """Constant average acceleration keeps the energy of linear motion; from the first step on, since the
    acceleration before it, zero, does not fit the forces."""
    found = problem(PLATE.format(conditions=conditions)).run(write=False)
    energy = found["energy"].values[1:]
    assert len(energy) == 40
    fallen = np.max(found["moving_y"].values ** 2) / 2  # kinetic energy for density 2 and area 2
    assert np.max(np.abs(np.diff(energy))) < 1e-12 * max(fallen, np.abs(energy).max())
    if not conditions:  # two units of area fall with 9
        np.testing.assert_allclose(np.diff(found["moving_y"].values[1:]), -9 * 2 * 0.03, rtol=1e-11)
        np.testing.assert_allclose(found["moving_x"].values, 0, atol=1e-12)
